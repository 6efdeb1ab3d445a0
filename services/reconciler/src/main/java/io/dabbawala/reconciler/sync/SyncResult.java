package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.plan.SyncCause;
import java.time.Instant;
import java.util.List;

/**
 * A plan was carried out, or the health of what was applied changed since.
 *
 * @param attempt the how-manieth time the same plan was tried, from 0
 * @param sequence 0 for the result itself; grows with every change of health since
 * @param objects empty when only the health changed
 */
public record SyncResult(
        long generation,
        String planDigest,
        SyncCause cause,
        Outcome outcome,
        String reason,
        Health health,
        int attempt,
        int sequence,
        List<ObjectResult.WithHealth> objects,
        Instant startedAt,
        Instant finishedAt) {

    public enum Outcome {
        SUCCEEDED,
        FAILED,
        OUT_OF_DATE
    }

    public SyncResult {
        objects = List.copyOf(objects);
    }

    /**
     * The same result seen again: finishedAt is when the health was seen, so that the last holds.
     */
    SyncResult withHealth(Health now, Instant seenAt) {
        return new SyncResult(
                generation,
                planDigest,
                cause,
                outcome,
                reason,
                now,
                attempt,
                sequence + 1,
                List.of(),
                startedAt,
                seenAt);
    }

    boolean isSuccessOf(long wanted) {
        return generation == wanted && outcome == Outcome.SUCCEEDED;
    }

    /** Whether such a sync would be the same tried again. */
    boolean isFailureOf(String plan, long wanted, SyncCause why) {
        return outcome == Outcome.FAILED
                && (planDigest.equals(plan)
                        || generation == wanted && cause == why && why != SyncCause.LIVE_CHANGE);
    }

    /** Kept in memory without what became of each object. */
    SyncResult summary() {
        return new SyncResult(
                generation,
                planDigest,
                cause,
                outcome,
                reason,
                health,
                attempt,
                sequence,
                List.of(),
                startedAt,
                finishedAt);
    }
}
