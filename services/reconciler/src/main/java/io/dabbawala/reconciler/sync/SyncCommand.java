package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.DesiredState;
import java.time.Instant;

/**
 * Somebody wants an application synced now, or its sync given up.
 *
 * @param id of the event
 * @param delivery which delivery is meant; empty: the newest
 * @param revision which revision is meant; empty: the newest
 */
public record SyncCommand(
        Kind kind,
        String id,
        String actor,
        String reason,
        String delivery,
        String revision,
        Instant until) {

    public enum Kind {
        SYNC,
        TERMINATE
    }

    boolean means(DesiredState state, Instant now) {
        return now.isBefore(until)
                && (delivery.isEmpty() || delivery.equals(state.delivery()))
                && (revision.isEmpty() || revision.equals(state.revision()));
    }
}
