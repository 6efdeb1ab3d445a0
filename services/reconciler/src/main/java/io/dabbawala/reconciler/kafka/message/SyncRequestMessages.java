package io.dabbawala.reconciler.kafka.message;

import io.dabbawala.events.Destination;
import io.dabbawala.events.SyncRequested;
import io.dabbawala.reconciler.sync.SyncEvent;

public final class SyncRequestMessages {

    public static SyncRequested write(SyncEvent.Requested requested, String cluster) {
        var state = requested.state();
        var destination = state.destination();
        return SyncRequested.newBuilder()
                .setApplication(state.application())
                .setDelivery(state.delivery())
                .setGeneration(state.generation())
                .setRevision(state.revision())
                .setDigest(state.digest())
                .setCluster(cluster)
                .setProject(state.project())
                .setDestination(
                        Destination.newBuilder()
                                .setName(destination.name())
                                .setServer(destination.server())
                                .setNamespace(destination.namespace())
                                .build())
                .setPlanDigest(requested.plan().digest())
                .setChanges(ObjectMessages.write(requested.plan().steps()))
                .setCause(ObjectMessages.write(requested.cause()))
                .setRequester(requested.requester())
                .setReason(requested.reason())
                .setRequestedAt(requested.at())
                .build();
    }

    private SyncRequestMessages() {}
}
