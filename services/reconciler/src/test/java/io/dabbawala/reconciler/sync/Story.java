package io.dabbawala.reconciler.sync;

import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.sync.SyncCommand.Kind;
import io.dabbawala.reconciler.sync.TestGate.Claim;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import io.dabbawala.reconciler.sync.verdict.Verdict.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One application whose gate says yes to everything it is asked, turn by turn. */
public final class Story {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestGate gate;
    private final Reconciler reconciler;
    private final Runnable meanwhile;
    private final List<SyncResult> results = new ArrayList<>();
    private Progress progress = Progress.after(null);
    private DesiredState state;
    private Verdict verdict;
    private SyncCommand command;

    /**
     * @param meanwhile what goes on beside the turns
     */
    public Story(TestGate gate, Reconciler reconciler, Runnable meanwhile) {
        this.gate = gate;
        this.reconciler = reconciler;
        this.meanwhile = meanwhile;
    }

    public void desire(DesiredState newer) {
        state = newer;
    }

    public void terminate() {
        command =
                new SyncCommand(
                        Kind.TERMINATE, "t", "asha", "stop", "", "", Instant.now().plusSeconds(60));
    }

    /** Takes turns until what is waited for is as wanted. */
    public void turnUntil(Predicate<String> isWaiting) {
        await().atMost(PATIENCE).until(() -> isWaiting.test(turn()));
    }

    public int results() {
        return results.size();
    }

    public SyncResult last() {
        return results.getLast();
    }

    private String turn() {
        meanwhile.run();
        var turn =
                reconciler.turn(
                        progress,
                        new Situation(state, verdict, command, "", () -> true, Instant.now()));
        progress = turn.progress();
        if (turn.isCommandDone()) {
            command = null;
        }
        for (var event : turn.events()) {
            switch (event) {
                case SyncEvent.Drifted _ -> {}
                case SyncEvent.Requested requested -> verdict = admitted(requested);
                case SyncEvent.Finished(_, var result, _) -> {
                    if (result.sequence() == 0) {
                        results.add(result);
                    }
                }
            }
        }
        return turn.waiting();
    }

    private Verdict admitted(SyncEvent.Requested requested) {
        var about = requested.state();
        var claim =
                new Claim(
                        about.application(),
                        about.generation(),
                        about.digest(),
                        requested.plan().digest(),
                        "in-cluster",
                        Instant.now().plusSeconds(600));
        return new Verdict(
                about.application(),
                about.generation(),
                requested.plan().digest(),
                "in-cluster",
                Decision.ADMITTED,
                "",
                gate.attest(claim),
                Instant.now());
    }
}
