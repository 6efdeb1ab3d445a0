package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.object.Manifest;
import java.util.List;

/** Hears that the objects of a desired state are in the cluster as declared. */
@FunctionalInterface
public interface SyncListener {

    /**
     * Called after every sync that succeeded, and once per application after a start; the same
     * state may come again.
     *
     * @param declared the objects as they were applied
     * @param cause the event of the desired state
     */
    void synced(DesiredState state, List<Manifest> declared, Envelope cause);
}
