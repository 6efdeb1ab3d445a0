package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.plan.SyncPlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an application is: what was said, and what is being done. It can be lost: what was said
 * is said again with the same ids.
 *
 * @param drifted digest of the last plan that was told
 * @param requested names the last request
 * @param last the last result
 */
public record Progress(
        String drifted,
        String requested,
        @Nullable SyncResult last,
        SlowDown healing,
        @Nullable SyncRun run) {

    public static Progress after(@Nullable SyncResult last) {
        return new Progress("", "", last, SlowDown.NONE, null);
    }

    Progress drifted(SyncPlan plan) {
        return new Progress(plan.digest(), requested, last, healing, run);
    }

    Progress requested(String name) {
        return new Progress(drifted, name, last, healing, run);
    }

    Progress running(@Nullable SyncRun next) {
        return new Progress(drifted, requested, last, healing, next);
    }

    Progress finished(SyncResult result) {
        return new Progress(drifted, requested, result.summary(), healing, null);
    }

    Progress healing(Instant now) {
        return new Progress(drifted, requested, last, healing.again(now), run);
    }
}
