package io.dabbawala.gitwatcher.kafka;

import static io.dabbawala.gitwatcher.kafka.Announcers.announcer;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.PlainPrograms;
import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.application.Rollback;
import io.dabbawala.gitwatcher.declare.repository.DeliveryFolder;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.watch.RefMove;
import io.dabbawala.gitwatcher.watch.Refs;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import io.dabbawala.platform.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** One instance goes on where another one stopped, and back again. */
class TakeoverTest {

    private static final String RULE =
            "apiVersion: dabbawala.io/v1\nkind: Rule\nmetadata: {name: r}\nspec: '%s'\n";
    private static final String MAIN = "refs/heads/main";
    private static final List<TopicPartition> ALL = List.of(new TopicPartition(Topics.PUSHES, 0));

    private final InMemoryTopics said = new InMemoryTopics();
    private final Instance first = new Instance();
    private final Instance second = new Instance();
    private int answer;
    private Instant now = InMemoryGit.NOON;

    @Test
    void commits_that_came_while_nobody_looked_are_within_one_range() {
        // Given
        first.takes();
        var before = push();
        first.looks();

        // When
        first.loses();
        push();
        var last = push();
        second.takes();
        second.looks();

        // Then
        assertThat(said.moves())
                .containsExactly(new RefMove(MAIN, "", before), new RefMove(MAIN, before, last));
    }

    @Test
    void what_the_other_told_and_did_not_deliver_is_delivered_and_not_told_again() {
        // Given
        first.takes();
        push();
        first.looks();
        var revision = push();

        // When
        first.diesAfterTheCommits();
        second.takes();
        second.looks();

        // Then
        assertThat(said.moves()).hasSize(2).doesNotHaveDuplicates();
        assertThat(said.desired()).extracting(DesiredState::generation).containsExactly(1L, 2L);
        assertThat(said.desired().getLast().revision()).isEqualTo(revision);
    }

    @Test
    void who_comes_back_knows_what_was_said_in_between() {
        // Given
        first.takes();
        push();
        first.looks();
        first.loses();
        second.takes();
        push();
        second.looks();
        second.loses();

        // When
        first.takes();
        push();
        first.looks();

        // Then
        assertThat(said.desired()).extracting(DesiredState::generation).containsExactly(1L, 2L, 3L);
        assertThat(said.moves()).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void what_was_changed_and_changed_back_in_between_is_delivered() {
        // Given
        first.takes();
        push("answer: '42'");
        first.looks();
        first.loses();
        second.takes();
        push("answer: '43'");
        second.looks();
        second.loses();

        // When
        first.takes();
        push("answer: '42'");
        first.looks();

        // Then
        assertThat(said.desired())
                .hasSize(3)
                .last()
                .satisfies(state -> assertThat(state.manifests()).contains("42"));
    }

    @Test
    void what_is_not_ours_any_more_is_not_announced() {
        first.takes();
        push();
        first.loses();

        first.looks();

        assertThat(said.moves()).isEmpty();
    }

    @Test
    void who_stood_still_and_speaks_of_the_past_is_put_right() {
        // Given
        first.takes();
        push();
        first.looks();
        push();
        var past = first.fetched();
        second.takes();
        second.looks();
        var newest = push();
        second.looks();

        // When
        first.saysLate(past);
        second.hearsThatPartitionsMoved();
        second.looks();

        // Then
        assertThat(said.desired())
                .extracting(DesiredState::generation)
                .containsExactly(1L, 2L, 3L, 2L, 4L);
        assertThat(said.desired().getLast().revision()).isEqualTo(newest);
        assertThat(Set.copyOf(said.moves())).as("told twice is told the same").hasSize(3);

        // When
        second.looks();

        // Then
        assertThat(said.desired()).as("once is enough").hasSize(5);
    }

    @Test
    void who_stood_still_after_telling_of_a_commit_has_what_follows_put_right() {
        // Given
        first.takes();
        allow("old");
        first.looks();
        allow("older than the newest");
        said.meanwhile =
                () -> {
                    now = now.plusSeconds(20);
                    second.takes();
                    second.looks();
                    allow("the newest");
                    second.looks();
                };

        // When
        first.looks();
        assertThat(said.allowed()).as("nobody kept him from it").contains("older");
        second.hearsThatPartitionsMoved();
        second.looks();

        // Then
        assertThat(said.allowed()).contains("the newest").doesNotContain("older");
        assertThat(Set.copyOf(said.moves())).as("told twice is told the same").hasSize(3);
    }

    @Test
    void who_stood_still_while_he_rolled_back_has_what_he_declared_put_right() {
        // Given
        first.takes();
        var good = pushWithRule("old");
        first.looks();
        pushWithRule("bad");
        first.looks();
        var bad = said.desired().getLast();
        said.isDeclaringLate = true;
        said.meanwhile =
                () -> {
                    now = now.plusSeconds(20);
                    second.takes();
                    second.looks();
                    pushWithRule("the newest");
                    second.looks();
                };

        // When
        first.takesBack(bad, good);
        assertThat(said.ruleOf("shop")).as("nobody kept him from it").contains("old");
        second.hearsThatPartitionsMoved();
        second.looks();

        // Then
        assertThat(said.ruleOf("shop")).contains("the newest");
        assertThat(Set.copyOf(said.moves())).as("told twice is told the same").hasSize(3);
    }

    @Test
    void a_rollback_that_took_no_time_tells_of_no_commit() {
        first.takes();
        var good = push();
        first.looks();
        push();
        first.looks();

        first.takesBack(said.desired().getLast(), good);

        assertThat(said.desired()).hasSize(3);
        assertThat(said.moves()).hasSize(2);
    }

    @Test
    void of_one_generation_it_is_the_first_target_that_stands() {
        // Given
        first.takes();
        deliverTo("shop");
        first.looks();
        deliverTo("attic");
        said.meanwhile =
                () -> {
                    second.takes();
                    deliverTo("store");
                    second.looks();
                };

        // When
        first.looks();
        second.hearsThatPartitionsMoved();
        second.looks();

        // Then
        assertThat(said.desired())
                .extracting(state -> state.target().destination().namespace())
                .containsExactly("shop", "store", "attic", "store");
        assertThat(said.desired())
                .extracting(DesiredState::generation)
                .containsExactly(1L, 2L, 2L, 3L);
    }

    private void allow(String what) {
        Stream.of(first, second)
                .forEach(one -> one.git.write("delivery/rule.yaml", RULE.formatted(what)).push());
    }

    private String pushWithRule(String what) {
        Stream.of(first, second)
                .forEach(one -> one.git.write("apps/web/rule.yaml", RULE.formatted(what)));
        return push();
    }

    private void deliverTo(String namespace) {
        Stream.of(first, second).forEach(one -> one.deliversTo(namespace));
        push("answer: '42'");
    }

    private String push() {
        return push("answer: '%d'".formatted(answer++));
    }

    private String push(String data) {
        first.writes(data);
        return second.writes(data);
    }

    /** An instance with a mirror of its own. */
    private final class Instance {

        private static final String URL = "https://git.example/shop";

        private final InMemoryGit git = new InMemoryGit("shop");
        private final Source source =
                new Source(
                        "shop",
                        new RepositoryUrl(URL),
                        git,
                        git,
                        new DeliveryFolder("delivery", "main"));
        private final Sources sources =
                new Sources(List.of(source), new Renderer(new PlainPrograms()));
        private final Ownership ownership = new Ownership(sources, _ -> {}, () -> false);
        private final Announcer announcer = announcer(sources, said, ownership, () -> now);

        Instance() {
            deliversTo("shop");
        }

        void deliversTo(String namespace) {
            git.write(
                    "delivery/web.yaml",
                    """
                    apiVersion: argoproj.io/v1alpha1
                    kind: Application
                    metadata: {name: web}
                    spec:
                      source: {repoURL: '%s', targetRevision: main, path: apps/web}
                      destination: {namespace: %s}
                    """
                            .formatted(URL, namespace));
        }

        String writes(String data) {
            return git.write(
                            "apps/web/config.yaml",
                            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {%s}\n"
                                    .formatted(data))
                    .push();
        }

        void takes() {
            ownership.assigned(ALL, 1);
        }

        void loses() {
            ownership.revoked(ALL);
        }

        void looks() {
            ownership.whileOwned("shop", () -> announcer.announce(source, git.refs()));
        }

        /** A commit that nobody announced yet. */
        Refs fetched() {
            return git.refs();
        }

        /** He fetched while it was his, and was stopped. */
        void saysLate(Refs past) {
            announcer.announce(source, past);
        }

        void takesBack(DesiredState bad, String to) {
            announcer.rollBack(
                    new Rollback(
                            bad.application(), bad.delivery(), bad.revision(), bad.digest(), to),
                    Envelope.root("test", "RollbackIssued", bad.application(), now, "rollback"));
        }

        void hearsThatPartitionsMoved() {
            ownership.assigned(List.of(), 1);
        }

        void diesAfterTheCommits() {
            said.isCutOff = true;
            try {
                looks();
            } catch (IllegalStateException _) {
                loses();
            }
            said.isCutOff = false;
        }
    }
}
