package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.sync.execution.ObjectResult;
import java.time.Instant;
import java.util.List;

/**
 * A plan was carried out, or the health of what was applied changed since.
 *
 * @param attempt the how-manieth time the same plan was tried, from 0
 * @param sequence 0 for the result itself; grows with every change of health since
 * @param objects empty when only health or notes changed
 * @param notes what the application asks for in vain, each beginning with a code
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
        List<String> notes,
        Instant startedAt,
        Instant finishedAt) {

    public enum Outcome {
        SUCCEEDED,
        FAILED,
        OUT_OF_DATE
    }

    public SyncResult {
        objects = List.copyOf(objects);
        notes = List.copyOf(notes);
    }

    /** The same result seen again: finishedAt is when it was seen so, so that the last holds. */
    SyncResult seen(Health now, List<String> nowNoted, Instant seenAt) {
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
                nowNoted,
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
                notes,
                startedAt,
                finishedAt);
    }
}
