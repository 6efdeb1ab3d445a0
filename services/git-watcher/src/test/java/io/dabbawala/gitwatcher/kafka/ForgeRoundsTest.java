package io.dabbawala.gitwatcher.kafka;

import static io.dabbawala.gitwatcher.kafka.Announcers.announcer;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.InMemoryForges;
import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.PlainPrograms;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.declare.repository.DeliveryFolder;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.generate.forge.ForgeAnswers;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.watch.Claim;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.Hint;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import io.dabbawala.gitwatcher.watch.Told;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForgeRoundsTest {

    private static final List<TopicPartition> PUSHES =
            List.of(new TopicPartition(Topics.PUSHES, 0));
    private static final String URL = "https://git.example/shop";
    private static final String SET =
            """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: previews}
            spec:
              goTemplate: true
              generators:
              - pullRequest: {requeueAfterSeconds: 60, github: {owner: acme, repo: shop}}
              template:
                metadata: {name: 'pr-{{ .number }}'}
                spec:
                  project: default
                  source: {repoURL: '%s', targetRevision: main, path: web}
                  destination: {namespace: 'pr-{{ .number }}'}
            """
                    .formatted(URL);

    private Instant now = InMemoryGit.NOON;
    private final InMemoryGit git = new InMemoryGit("shop");
    private final InMemoryForges forge = new InMemoryForges().open(1, "pay");
    private final ForgeAnswers answers = new ForgeAnswers(forge);
    private final Source source =
            new Source(
                    "shop",
                    new RepositoryUrl(URL),
                    git,
                    git,
                    new DeliveryFolder("delivery", "HEAD"));
    private final Sources sources = new Sources(List.of(source), new Renderer(new PlainPrograms()));
    private final Said voice = new Said();
    private final Ownership ownership = new Ownership(sources, _ -> {}, () -> false);
    private final Announcer announcer = announcer(sources, answers, voice, ownership, clock());
    private final List<Hint> forwarded = new ArrayList<>();
    private final ForgeRounds rounds =
            new ForgeRounds(sources, announcer, answers, ownership, forwarded::add, clock());

    /** What was said, and how often. */
    private static final class Said implements Voice, Memory {

        private final List<Following> all = new ArrayList<>();
        private int reads;

        @Override
        public Ledger read() {
            reads++;
            return new Ledger();
        }

        @Override
        public Told told(String repository) {
            return Told.NOTHING;
        }

        @Override
        public void say(List<CommitSeen> commits, List<Following> announcements) {
            all.addAll(announcements);
        }

        Stream<Announcement> announcements() {
            return all.stream().map(Following::announcement);
        }

        List<String> desired() {
            return announcements()
                    .filter(Announcement.Desired.class::isInstance)
                    .map(one -> ((Announcement.Desired) one).state())
                    .map(state -> state.application() + " " + state.generation())
                    .toList();
        }

        List<String> withdrawn() {
            return announcements()
                    .filter(Announcement.Withdrawn.class::isInstance)
                    .map(one -> ((Announcement.Withdrawn) one).key())
                    .toList();
        }
    }

    @BeforeEach
    void declare() {
        ownership.assigned(PUSHES, 1);
        git.write("delivery/previews.yaml", SET);
        git.write("web/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n");
        git.push();
        announcer.announce(source, git.refs());
        voice.all.clear();
    }

    @Test
    void a_set_that_was_just_declared_is_asked_for_at_once_and_then_as_often_as_it_wants() {
        rounds.go();
        assertThat(voice.desired()).containsExactly("argocd/pr-1 1");

        rounds.go();
        now = now.plusSeconds(59);
        rounds.go();
        assertThat(forge.questions()).isOne();

        now = now.plusSeconds(1);
        rounds.go();
        assertThat(forge.questions()).isEqualTo(2);
        assertThat(voice.desired()).hasSize(1);
    }

    @Test
    void a_pull_request_that_is_opened_is_delivered_and_one_that_is_closed_is_withdrawn() {
        rounds.go();
        forge.open(2, "cart").close(1);
        now = now.plusSeconds(60);

        rounds.go();

        assertThat(voice.desired()).contains("argocd/pr-2 1");
        assertThat(voice.withdrawn()).containsExactly("Application/argocd/pr-1");
    }

    @Test
    void one_that_is_opened_again_is_an_event_of_its_own() {
        rounds.go();
        for (int i = 0; i < 2; i++) {
            forge.close(1);
            now = now.plusSeconds(60);
            rounds.go();
            forge.open(1, "pay");
            now = now.plusSeconds(60);
            rounds.go();
        }

        assertThat(voice.all)
                .extracting(one -> Envelopes.of(one, now).id())
                .doesNotHaveDuplicates();
        assertThat(voice.withdrawn()).hasSize(2);
    }

    @Test
    void a_forge_that_is_away_takes_nothing_away_and_is_asked_again_soon() {
        rounds.go();
        voice.all.clear();
        forge.away(true).close(1);
        now = now.plusSeconds(60);

        rounds.go();
        assertThat(voice.all).isEmpty();

        forge.away(false);
        now = now.plusSeconds(30);
        rounds.go();
        assertThat(voice.withdrawn()).containsExactly("Application/argocd/pr-1");
    }

    @Test
    void what_was_said_is_not_read_only_to_ask_a_forge() {
        var fresh = announcer(sources, answers, voice, ownership, clock());
        voice.reads = 0;

        new ForgeRounds(sources, fresh, answers, ownership, forwarded::add, clock()).go();

        assertThat(voice.reads).isZero();
        assertThat(forge.questions()).isZero();
    }

    @Test
    void a_set_of_a_repository_that_somebody_else_looks_at_is_somebody_elses() {
        ownership.revoked(PUSHES);

        rounds.go();

        assertThat(forge.questions()).isZero();
    }

    @Test
    void a_pull_request_that_moves_is_asked_for_soon_and_many_of_them_together() {
        rounds.go();
        forge.open(2, "cart");
        now = now.plusSeconds(3);

        rounds.hear(webhook("shop", ""));
        rounds.go();
        assertThat(forge.questions()).as("asked 3 s ago").isOne();
        now = now.plusSeconds(7);
        rounds.hear(webhook("shop", ""));
        rounds.go();

        assertThat(voice.desired()).contains("argocd/pr-2 1");
        rounds.go();
        assertThat(forge.questions()).isEqualTo(2);
        assertThat(forwarded).isEmpty();
    }

    @Test
    void a_push_a_poll_and_another_repository_hurry_nobody() {
        rounds.go();
        now = now.plusSeconds(30);

        rounds.hear(webhook("shop", "refs/heads/main"));
        rounds.hear(webhook("pay", ""));
        rounds.hear(Hint.polled("shop", now));
        rounds.go();

        assertThat(forge.questions()).isOne();
    }

    @Test
    void who_looks_at_the_repository_of_the_set_is_told_and_tells_nobody_else() {
        rounds.go();
        ownership.revoked(PUSHES);
        rounds.hear(webhook("shop", ""));
        assertThat(forwarded).containsExactly(Hint.forwarded("shop", now));
        ownership.assigned(PUSHES, 1);
        now = now.plusSeconds(30);

        rounds.hear(forwarded.getFirst());
        rounds.go();

        assertThat(forge.questions()).isEqualTo(2);
        assertThat(forwarded).hasSize(1);
    }

    private Hint webhook(String repository, String ref) {
        var claim = new Claim("github", "s", "d", ref, "", "", List.of(), false);
        return Hint.told(repository, claim, now);
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
