package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.retry.RetrySchedule;
import java.time.Instant;
import java.util.Optional;

/** When a sync that failed is tried again. */
final class Retries {

    /** What somebody gave up is not tried again. */
    static final String TERMINATED = "TERMINATED: ";

    /** When to try again; empty if it was tried often enough. */
    static Optional<Instant> next(SyncResult failed, DesiredState state) {
        return failed.reason().startsWith(TERMINATED)
                ? Optional.empty()
                : schedule(state, failed.cause() != SyncCause.COMMAND)
                        .waitAfter(failed.attempt())
                        .map(failed.finishedAt()::plus);
    }

    /** A policy that cannot be read is none. */
    private static RetrySchedule schedule(DesiredState state, boolean isAutomated) {
        try {
            return RetrySchedule.of(state.applicationSpec().retry(), isAutomated);
        } catch (IllegalArgumentException _) {
            return RetrySchedule.of(null, isAutomated);
        }
    }

    private Retries() {}
}
