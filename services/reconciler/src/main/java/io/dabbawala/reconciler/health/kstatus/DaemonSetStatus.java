package io.dabbawala.reconciler.health.kstatus;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

/** Its controller always says which generation it looked at; who does not, has not. */
final class DaemonSetStatus {

    static ObjectStatus of(LiveObject object) {
        var missing = GenerationStatus.missingIn(object);
        if (missing.isPresent()) {
            return missing.get();
        }
        var desired = Tree.number(object.content(), "status", "desiredNumberScheduled");
        if (desired.isEmpty()) {
            return ObjectStatus.inProgress("Missing .status.desiredNumberScheduled");
        }
        long wanted = desired.getAsLong();
        var pods = new Replicas(object);
        return pods.fewer("Current", "currentNumberScheduled", wanted)
                .or(() -> pods.fewer("Updated", "updatedNumberScheduled", wanted))
                .or(() -> pods.fewer("Available", "numberAvailable", wanted))
                .or(() -> pods.fewer("Ready", "numberReady", wanted))
                .orElseGet(
                        () ->
                                ObjectStatus.current(
                                        "All replicas scheduled as expected. Replicas: " + wanted));
    }

    private DaemonSetStatus() {}
}
