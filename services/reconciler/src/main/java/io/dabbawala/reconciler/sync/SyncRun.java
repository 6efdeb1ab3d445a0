package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.hook.HookRun;
import io.dabbawala.reconciler.plan.DesiredState;
import io.dabbawala.reconciler.plan.SyncCause;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.plan.SyncWave;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An admitted plan on its way.
 *
 * @param planDigest of the plan that was admitted
 * @param operation what it is: hooks that were started for it are known by that
 * @param nextWave index of the wave that comes next
 * @param hooks those that were started
 * @param failure why it has failed, beginning with a code; empty if it has not. Then the waves are
 *     those after a failure
 */
public record SyncRun(
        DesiredState state,
        SyncPlan plan,
        String planDigest,
        SyncCause cause,
        int attempt,
        String operation,
        Instant startedAt,
        int nextWave,
        List<ObjectResult> results,
        List<HookRun> hooks,
        String failure) {

    public SyncRun {
        results = List.copyOf(results);
        hooks = List.copyOf(hooks);
    }

    static SyncRun of(DesiredState state, SyncPlan plan, SyncCause cause, Start start) {
        return new SyncRun(
                state,
                plan,
                start.planDigest(),
                cause,
                start.attempt(),
                start.operation(),
                start.at(),
                0,
                List.of(),
                List.of(),
                "");
    }

    /** How a run begins. */
    record Start(String planDigest, int attempt, String operation, Instant at) {}

    private List<SyncWave> waves() {
        return failure.isEmpty() ? plan.waves() : plan.afterFailure();
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
        var all = new ArrayList<>(results);
        all.addAll(more);
        var runs = new ArrayList<>(hooks);
        runs.addAll(started);
        return new SyncRun(
                state,
                plan,
                planDigest,
                cause,
                attempt,
                operation,
                startedAt,
                nextWave + 1,
                all,
                runs,
                failure);
    }

    SyncRun with(List<HookRun> seen) {
        return new SyncRun(
                state,
                plan,
                planDigest,
                cause,
                attempt,
                operation,
                startedAt,
                nextWave,
                results,
                seen,
                failure);
    }

    /** From here on only what comes after a failure. */
    SyncRun failed(String reason, List<ObjectResult> more) {
        var all = new ArrayList<>(results);
        all.addAll(more);
        return new SyncRun(
                state,
                plan,
                planDigest,
                cause,
                attempt,
                operation,
                startedAt,
                0,
                all,
                hooks,
                reason);
    }
}
