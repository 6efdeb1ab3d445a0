package io.dabbawala.reconciler.kafka;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventId;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.hook.HookSightings;
import io.dabbawala.reconciler.kafka.memory.Remembered;
import io.dabbawala.reconciler.plan.InMemoryCluster;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.Reconcilers;
import io.dabbawala.reconciler.sync.SyncCommand;
import io.dabbawala.reconciler.sync.SyncEvent;
import io.dabbawala.reconciler.sync.TestGate;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;

/** Instances on one cluster, what they say, and the gate that admits it. */
final class Group {

    static final String WEB = "argocd/web";

    private static final List<TopicPartition> ALL =
            List.of(new TopicPartition(Topics.GATE_VERDICTS, 0));

    final InMemoryCluster cluster = new InMemoryCluster();
    final List<SyncEvent> said = new CopyOnWriteArrayList<>();
    private final TestGate gate = new TestGate();
    private final List<Instance> members = new ArrayList<>();

    /** All of them hear it, and know everything that is desired. */
    void desire(DesiredState state) {
        for (var one : members) {
            one.joins();
            one.applications.desire(state, envelope());
            one.applications.begin();
        }
    }

    /** With the identity of a delivery of its own. */
    static DesiredState state(long generation, Map<String, Object> object) {
        var state = desired(generation, object);
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

    void admit(Instance instance) {
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

    List<String> told() {
        return said.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    static Envelope envelope() {
        return Envelope.root("test", "Test", WEB, NOON, "seed");
    }

    /** One that looks on until it takes what there is. */
    final class Instance {

        private volatile boolean isAsleep;
        private final Ownership ownership = new Ownership(() -> isAsleep);
        final Applications applications =
                new Applications(
                        Reconcilers.reconciler(
                                cluster,
                                gate,
                                new HookSightings(),
                                Clock.fixed(NOON, ZoneOffset.UTC)),
                        new Claims(new Planner(cluster, cluster, _ -> Set.of()), (_, _, _) -> {}),
                        sayings -> sayings.forEach(saying -> said.add(saying.event())),
                        ownership,
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        4);

        Instance() {
            applications.remember(this::remembered);
            members.add(this);
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

        /** It goes on after it stood still, and is not certain of what is its own. */
        void wakes() {
            isAsleep = true;
        }

        void isCertainAgain() {
            isAsleep = false;
            applications.renew();
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
