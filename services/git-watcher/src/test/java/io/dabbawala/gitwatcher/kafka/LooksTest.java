package io.dabbawala.gitwatcher.kafka;

import static io.dabbawala.gitwatcher.InMemoryGit.NOON;
import static io.dabbawala.gitwatcher.kafka.Announcers.announcer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.PlainPrograms;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.declare.repository.DeliveryFolder;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.watch.Agenda;
import io.dabbawala.gitwatcher.watch.Claim;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.Hint;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import io.dabbawala.gitwatcher.watch.Told;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** One repository, hinted at from two sides. */
class LooksTest {

    private static final List<TopicPartition> ALL = List.of(new TopicPartition(Topics.PUSHES, 0));
    private static final Hint HINT = Hint.told("shop", Claim.NONE, NOON);

    private volatile boolean isAsleep;
    private final InMemoryGit git = new InMemoryGit("shop");
    private final Sources sources =
            new Sources(
                    List.of(
                            new Source(
                                    "shop",
                                    new RepositoryUrl("https://git.example/shop"),
                                    git,
                                    git,
                                    DeliveryFolder.NONE)),
                    new Renderer(new PlainPrograms()));
    private final Ownership ownership = new Ownership(sources, _ -> {}, () -> isAsleep);
    private final Said said = new Said();
    private final Looks looks =
            new Looks(
                    sources,
                    announcer(sources, said, ownership, Clock.systemUTC()),
                    new Hosts(new Agenda(Duration.ofMinutes(3)), Clock.systemUTC()),
                    ownership,
                    Clock.systemUTC());

    @Test
    void a_push_is_told_before_its_hint_has_come() {
        ownership.assigned(ALL, 1);
        git.push();

        looks.ahead(HINT);

        await().until(() -> said.moves == 1);
    }

    @Test
    void a_hint_that_was_answered_ahead_of_it_costs_no_fetch() {
        // Given
        ownership.assigned(ALL, 1);
        git.push();
        looks.ahead(HINT);
        await().until(() -> said.moves == 1);

        // When
        git.push(); // only a fetch can find it
        looks.look(HINT);

        // Then
        assertThat(said.moves).isEqualTo(1);
    }

    @Test
    void what_goes_wrong_ahead_of_the_hint_is_made_good_by_it() {
        // Given
        ownership.assigned(ALL, 1);
        git.push();
        said.isAway = true;
        looks.ahead(HINT);
        await().until(() -> said.tries == 1);

        // When
        said.isAway = false;
        looks.look(HINT);

        // Then
        assertThat(said.moves).isEqualTo(1);
    }

    @Test
    void what_is_somebody_elses_is_left_to_the_hint() {
        git.push();

        looks.ahead(HINT);

        await().during(Duration.ofMillis(200)).until(() -> said.tries == 0);
    }

    @Test
    void who_stood_still_tells_nothing_before_it_is_certain_what_is_his() {
        // Given
        ownership.assigned(ALL, 1);
        git.push();

        // When
        isAsleep = true;
        looks.look(HINT);

        // Then
        assertThat(said.tries).isZero();

        // When
        isAsleep = false;
        looks.look(HINT);

        // Then
        assertThat(said.moves).isEqualTo(1);
    }

    /** The topics, which may be away. */
    private static final class Said implements Voice, Memory {

        private volatile boolean isAway;
        private volatile int tries;
        private volatile int moves;

        @Override
        public void say(List<CommitSeen> commits, List<Following> announcements) {
            tries++;
            if (isAway) {
                throw new IllegalStateException("Kafka is away");
            }
            moves += commits.size();
        }

        @Override
        public Ledger read() {
            return new Ledger();
        }

        @Override
        public Told told(String repository) {
            return Told.NOTHING;
        }
    }
}
