package io.dabbawala.reconciler.kafka.message;

import io.dabbawala.events.DriftFound;
import io.dabbawala.reconciler.sync.SyncEvent;

public final class DriftMessages {

    public static DriftFound write(SyncEvent.Drifted drifted, String cluster) {
        var state = drifted.state();
        return DriftFound.newBuilder()
                .setApplication(state.application())
                .setDelivery(state.delivery())
                .setGeneration(state.generation())
                .setRevision(state.revision())
                .setCluster(cluster)
                .setPlanDigest(drifted.plan().digest())
                .setCause(ObjectMessages.write(drifted.cause()))
                .setChanges(ObjectMessages.write(drifted.plan().changes()))
                .setWaiting(drifted.waiting())
                .setNotes(drifted.plan().notes())
                .setFoundAt(drifted.at())
                .build();
    }

    private DriftMessages() {}
}
