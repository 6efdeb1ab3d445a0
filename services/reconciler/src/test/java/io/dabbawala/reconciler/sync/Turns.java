package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.Destination;
import io.dabbawala.reconciler.health.HealthRules;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.hook.HookSightings;
import io.dabbawala.reconciler.plan.InMemoryCluster;
import io.dabbawala.reconciler.sync.SyncCommand.Kind;
import io.dabbawala.reconciler.sync.TestGate.Claim;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import io.dabbawala.reconciler.sync.verdict.Verdict.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One application, its gate and its cluster, turn by turn. */
final class Turns {

    final InMemoryCluster cluster = new InMemoryCluster();

    final HookSightings sightings = new HookSightings();

    private final TestGate gate = new TestGate();
    private final List<SyncEvent> events = new ArrayList<>();
    private final Reconciler reconciler;
    private Instant now = NOON;
    private Progress progress = Progress.after(null);
    private DesiredState state;
    private Verdict verdict;
    private SyncCommand command;
    private String waiting = "";
    private String dependency = "";
    private BooleanSupplier isOurs = () -> true;

    Turns() {
        this(ObjectHealth.BUILT_IN);
    }

    Turns(HealthRules health) {
        reconciler =
                Reconcilers.reconciler(
                        cluster,
                        gate,
                        sightings,
                        new Hands(),
                        Reconcilers.terms(Duration.ofHours(2), health));
    }

    void desire(DesiredState newer) {
        state = newer;
    }

    /** Desired, asked for, admitted, carried out as far as it goes. */
    void sync(DesiredState newer) {
        desire(newer);
        turn();
        admit();
        turn();
    }

    void turn() {
        var turn = take();
        progress = turn.progress();
        waiting = turn.waiting();
        if (turn.isCommandDone()) {
            command = null;
        }
    }

    /** The process is killed before it could remember. */
    void turnThatIsNotKept() {
        take();
    }

    private Turn take() {
        var turn =
                reconciler.turn(
                        progress, new Situation(state, verdict, command, dependency, isOurs, now));
        events.addAll(turn.events());
        return turn;
    }

    void restart() {
        progress = Progress.after(null);
    }

    void restartRemembering() {
        var asked = said(SyncEvent.Requested.class);
        progress =
                Progress.after(
                        results().isEmpty() ? null : results().getLast(),
                        asked.isEmpty() ? 0 : asked.getLast().state().generation());
    }

    void admit() {
        admitWith(gate);
    }

    void admitWith(TestGate signer) {
        var request = lastRequest();
        var claim =
                new Claim(
                        request.state().application(),
                        request.state().generation(),
                        request.state().digest(),
                        request.plan().digest(),
                        "in-cluster",
                        now.plusSeconds(600));
        verdict = verdict(Decision.ADMITTED, signer.attest(claim));
    }

    void judge(Decision decision) {
        verdict = verdict(decision, "");
    }

    private Verdict verdict(Decision decision, String attestation) {
        var request = lastRequest();
        return new Verdict(
                request.state().application(),
                request.state().generation(),
                request.plan().digest(),
                "in-cluster",
                decision,
                "because",
                attestation,
                now.plusMillis(1));
    }

    private SyncEvent.Requested lastRequest() {
        return (SyncEvent.Requested) said(SyncEvent.Requested.class).getLast();
    }

    void command(String id) {
        command = new SyncCommand(Kind.SYNC, id, "asha", "please", "", "", now.plusSeconds(60));
    }

    /** It is this instance's as long as this says so. */
    void isOurs(BooleanSupplier still) {
        isOurs = still;
    }

    /** What is missing of an application that this one depends on. */
    void depends(String missing) {
        dependency = missing;
    }

    void terminate(String id) {
        command = new SyncCommand(Kind.TERMINATE, id, "asha", "stop", "", "", now.plusSeconds(60));
    }

    void commandFor(String revision, Instant until) {
        command = new SyncCommand(Kind.SYNC, "c", "asha", "please", "", revision, until);
    }

    void passSeconds(long seconds) {
        now = now.plusSeconds(seconds);
    }

    boolean hasCommand() {
        return command != null;
    }

    Verdict verdict() {
        return verdict;
    }

    String waiting() {
        return waiting;
    }

    /** Whether a call of the cluster changed something. */
    static boolean isWrite(String call) {
        return !call.startsWith("dry run");
    }

    List<SyncEvent> events() {
        return events;
    }

    List<SyncEvent> said(Class<? extends SyncEvent> type) {
        return events.stream().filter(type::isInstance).toList();
    }

    List<SyncResult> results() {
        return said(SyncEvent.Finished.class).stream()
                .map(one -> ((SyncEvent.Finished) one).result())
                .toList();
    }

    static DesiredState withManifests(DesiredState state, String manifests) {
        return new DesiredState(
                state.application(),
                state.delivery(),
                state.revision(),
                state.generation(),
                state.digest(),
                manifests,
                state.project(),
                state.destination(),
                state.syncPolicy(),
                state.spec(),
                state.cause(),
                state.declaredAt());
    }

    static DesiredState to(Destination destination, DesiredState state) {
        return new DesiredState(
                state.application(),
                state.delivery(),
                state.revision(),
                state.generation(),
                state.digest(),
                state.manifests(),
                state.project(),
                destination,
                state.syncPolicy(),
                state.spec(),
                state.cause(),
                state.declaredAt());
    }

    /** Shows the time of the test. */
    private final class Hands extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
