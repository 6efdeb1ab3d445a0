package io.dabbawala.reconciler.sync.execution;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.hook.HookRun;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.plan.SyncWave;
import java.util.ArrayList;
import java.util.List;

/**
 * An admitted plan on its way.
 *
 * @param nextWave index of the wave that comes next
 * @param hooks those that were started
 * @param failure why it has failed, beginning with a code; empty if it has not. Then the waves are
 *     those after a failure
 */
public record SyncRun(
        Attempt attempt,
        int nextWave,
        List<ObjectResult> results,
        List<HookRun> hooks,
        String failure) {

    public SyncRun {
        results = List.copyOf(results);
        hooks = List.copyOf(hooks);
    }

    public static SyncRun of(Attempt attempt) {
        return new SyncRun(attempt, 0, List.of(), List.of(), "");
    }

    public DesiredState state() {
        return attempt.state();
    }

    public SyncPlan plan() {
        return attempt.plan();
    }

    private List<SyncWave> waves() {
        return failure.isEmpty() ? plan().waves() : plan().afterFailure();
    }

    boolean hasBegun() {
        return nextWave > 0 || !failure.isEmpty();
    }

    boolean isDone() {
        return nextWave == waves().size();
    }

    SyncWave wave() {
        return waves().get(nextWave);
    }

    SyncRun with(List<ObjectResult> more, List<HookRun> started) {
        return new SyncRun(
                attempt, nextWave + 1, both(results, more), both(hooks, started), failure);
    }

    SyncRun with(List<HookRun> seen) {
        return new SyncRun(attempt, nextWave, results, seen, failure);
    }

    /** From here on only what comes after a failure. */
    SyncRun failed(String reason, List<ObjectResult> more) {
        return new SyncRun(attempt, 0, both(results, more), hooks, reason);
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
