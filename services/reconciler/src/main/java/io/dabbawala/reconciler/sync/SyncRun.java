package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.plan.DesiredState;
import io.dabbawala.reconciler.plan.SyncCause;
import io.dabbawala.reconciler.plan.SyncPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An admitted plan on its way.
 *
 * @param planDigest of the plan that was admitted
 * @param nextWave index of the wave that comes next
 */
public record SyncRun(
        DesiredState state,
        SyncPlan plan,
        String planDigest,
        SyncCause cause,
        int attempt,
        Instant startedAt,
        int nextWave,
        List<ObjectResult> results) {

    public SyncRun {
        results = List.copyOf(results);
    }

    boolean isDone() {
        return nextWave == plan.waves().size();
    }

    boolean hasFailed() {
        return results.stream().anyMatch(ObjectResult::isFailure);
    }

    SyncRun with(List<ObjectResult> more) {
        var all = new ArrayList<>(results);
        all.addAll(more);
        return new SyncRun(state, plan, planDigest, cause, attempt, startedAt, nextWave + 1, all);
    }
}
