package io.dabbawala.reconciler.kafka;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventId;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.hook.HookExecution;
import io.dabbawala.reconciler.hook.HookSightings;
import io.dabbawala.reconciler.plan.Clusters;
import io.dabbawala.reconciler.plan.DesiredState;
import io.dabbawala.reconciler.plan.InMemoryCluster;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.sync.Attestation;
import io.dabbawala.reconciler.sync.GateKeys;
import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.Reconciler;
import io.dabbawala.reconciler.sync.SyncCommand;
import io.dabbawala.reconciler.sync.SyncEvent;
import io.dabbawala.reconciler.sync.SyncTerms;
import io.dabbawala.reconciler.sync.TestGate;
import io.dabbawala.reconciler.sync.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Two instances on one cluster: one speaks and acts, the other looks on. */
class SharingTest {

    private static final String WEB = "argocd/web";
    private static final List<TopicPartition> ALL =
            List.of(new TopicPartition(Topics.GATE_VERDICTS, 0));

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final TestGate gate = new TestGate();
    private final List<SyncEvent> said = new CopyOnWriteArrayList<>();
    private final Instance first = new Instance();
    private final Instance second = new Instance();

    @Test
    void a_sync_is_told_by_the_one_whose_it_is_and_by_nobody_else() {
        // Given
        first.takes();
        desire(1);

        // When
        admit(first);
        second.looks();

        // Then
        assertThat(told()).containsExactly("Drifted", "Requested", "Finished");
    }

    @Test
    void before_it_is_known_whose_anything_is_nothing_is_told() {
        first.applications.desire(state(1), envelope());
        first.applications.begin();
        first.looks();

        assertThat(said).isEmpty();
    }

    @Test
    void who_takes_over_goes_on_although_the_verdict_died_with_the_other() {
        // Given
        first.takes();
        desire(1);
        await().until(() -> told().contains("Requested"));

        // When
        first.loses();
        second.takes();
        await().until(() -> told().size() == 4);
        admit(second);

        // Then
        await().until(() -> told().contains("Finished"));
        assertThat(cluster.calls()).filteredOn(call -> call.startsWith("apply")).hasSize(1);
    }

    @Test
    void a_verdict_that_comes_after_its_application_went_changes_nothing() {
        // Given
        first.takes();
        desire(1);
        await().until(() -> told().contains("Requested"));
        first.loses();

        // When
        admit(first);

        // Then
        assertThat(told()).doesNotContain("Finished");
        assertThat(cluster.calls()).noneMatch(call -> call.startsWith("apply"));
    }

    @Test
    void a_command_is_for_the_one_whose_application_is_meant() {
        // Given
        first.takes();
        desire(1);
        admit(first);
        var before = said.size();

        // When
        second.commands();
        second.looks();

        // Then
        assertThat(said).hasSize(before);
    }

    @Test
    void what_was_told_is_not_told_again_by_who_takes_over() {
        // Given
        first.takes();
        desire(1);
        admit(first);
        await().until(() -> told().contains("Finished"));

        // When
        first.loses();
        second.takes();
        second.looks();

        // Then
        assertThat(told()).containsExactly("Drifted", "Requested", "Finished");
    }

    private void desire(long generation) {
        for (var one : List.of(first, second)) {
            one.joins();
            one.applications.desire(state(generation), envelope());
            one.applications.begin();
        }
    }

    private static DesiredState state(long generation) {
        var state = desired(generation, config("web", Long.toString(generation)));
        return new DesiredState(
                state.application(),
                EventId.derived(NOON, "delivery " + generation),
                state.revision(),
                state.generation(),
                state.digest(),
                state.manifests(),
                state.project(),
                state.destination(),
                state.syncPolicy(),
                state.spec(),
                state.cause(),
                state.declaredAt());
    }

    private void admit(Instance instance) {
        await().until(() -> told().contains("Requested"));
        var request =
                (SyncEvent.Requested)
                        said.stream()
                                .filter(SyncEvent.Requested.class::isInstance)
                                .reduce((_, last) -> last)
                                .orElseThrow();
        var claim =
                new TestGate.Claim(
                        WEB,
                        request.state().generation(),
                        request.state().digest(),
                        request.plan().digest(),
                        "in-cluster",
                        NOON.plusSeconds(600));
        instance.applications.judge(
                new Verdict(
                        WEB,
                        request.state().generation(),
                        request.plan().digest(),
                        "in-cluster",
                        Verdict.Decision.ADMITTED,
                        "",
                        gate.attest(claim),
                        NOON),
                envelope());
    }

    private List<String> told() {
        return said.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private static Envelope envelope() {
        return Envelope.root("test", "Test", WEB, NOON, "seed");
    }

    private final class Instance {

        private final Ownership ownership = new Ownership();
        private final Applications applications =
                new Applications(
                        new Reconciler(
                                cluster,
                                new Planner(cluster, cluster, _ -> Set.of()),
                                new HookExecution(
                                        cluster, new HookSightings(), Duration.ofMinutes(30)),
                                new Attestation(() -> GateKeys.of(gate.publicKey()), "in-cluster"),
                                Clock.fixed(NOON, ZoneOffset.UTC),
                                new SyncTerms(
                                        Duration.ZERO,
                                        ObjectHealth.BUILT_IN,
                                        Clusters.only("in-cluster"))),
                        new Claims(new Planner(cluster, cluster, _ -> Set.of()), (_, _, _) -> {}),
                        sayings -> sayings.forEach(saying -> said.add(saying.event())),
                        ownership,
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        4);

        Instance() {
            applications.remember(this::remembered);
        }

        /** What the topics say. */
        private Remembered remembered() {
            return said.stream()
                    .filter(SyncEvent.Finished.class::isInstance)
                    .map(event -> ((SyncEvent.Finished) event).result())
                    .reduce((_, last) -> last)
                    .map(last -> new Remembered(Map.of(WEB, Progress.after(last)), Map.of()))
                    .orElse(Remembered.NOTHING);
        }

        /** One of the group, that was given nothing yet. */
        void joins() {
            ownership.assigned(List.of(), 1);
        }

        void takes() {
            ownership.assigned(ALL, 1);
            applications.taken();
        }

        void loses() {
            ownership.revoked(ALL);
        }

        /** A verdict about nothing is over when a turn is. */
        void looks() {
            applications.judge(
                    new Verdict(WEB, 0, "none", "", Verdict.Decision.HELD, "", "", NOON),
                    envelope());
        }

        void commands() {
            applications.command(
                    WEB,
                    new SyncCommand(
                            SyncCommand.Kind.SYNC,
                            "c",
                            "asha",
                            "now",
                            "",
                            "",
                            NOON.plusSeconds(60)),
                    envelope());
        }
    }
}
