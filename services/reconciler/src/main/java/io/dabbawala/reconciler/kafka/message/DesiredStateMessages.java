package io.dabbawala.reconciler.kafka.message;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.Destination;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.application.SyncPolicy;
import java.util.Set;

public final class DesiredStateMessages {

    /** A problem is somebody else's: everything beside it is the last good state. */
    public static DesiredState read(io.dabbawala.events.DesiredState event) {
        var destination = event.getDestination();
        var policy = event.getSyncPolicy();
        return new DesiredState(
                event.getApplication(),
                event.getDelivery(),
                event.getRevision(),
                event.getGeneration(),
                event.getDigest(),
                event.getManifests(),
                event.getProject(),
                new Destination(
                        destination.getName(), destination.getServer(), destination.getNamespace()),
                new SyncPolicy(
                        policy.getAutomated(),
                        policy.getPrune(),
                        policy.getSelfHeal(),
                        policy.getAllowEmpty(),
                        Set.copyOf(policy.getSyncOptions())),
                event.getSpec(),
                event.getCause() == io.dabbawala.events.SyncCause.ROLLBACK
                        ? SyncCause.ROLLBACK
                        : SyncCause.COMMIT,
                event.getDeclaredAt());
    }

    private DesiredStateMessages() {}
}
