package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.plan.SyncPlan;
import java.time.Instant;

/** What a turn has to tell. */
public sealed interface SyncEvent {

    DesiredState state();

    /**
     * @param waiting what has to happen before it is asked for, beginning with a code; empty if
     *     nothing has to
     */
    record Drifted(DesiredState state, SyncPlan plan, SyncCause cause, String waiting, Instant at)
            implements SyncEvent {}

    /**
     * @param step names this request among those for the same plan; empty for the first
     */
    record Requested(
            DesiredState state,
            SyncPlan plan,
            SyncCause cause,
            String requester,
            String reason,
            String step,
            Instant at)
            implements SyncEvent {}

    /**
     * @param step names what asked for it when there was nothing to do; empty otherwise
     */
    record Finished(DesiredState state, SyncResult result, String step) implements SyncEvent {}
}
