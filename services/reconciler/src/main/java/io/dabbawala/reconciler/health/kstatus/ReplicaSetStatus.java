package io.dabbawala.reconciler.health.kstatus;

import io.dabbawala.reconciler.health.Conditions;
import io.dabbawala.reconciler.object.LiveObject;

final class ReplicaSetStatus {

    static ObjectStatus of(LiveObject object) {
        if (Conditions.of(object).stream()
                .anyMatch(one -> one.type().equals("ReplicaFailure") && one.isTrue())) {
            return ObjectStatus.inProgress("Replica Failure condition. Check Pods");
        }
        var replicas = new Replicas(object);
        return replicas.fewer("Labelled", "fullyLabeledReplicas")
                .or(() -> replicas.fewer("Available", "availableReplicas"))
                .or(() -> replicas.fewer("Ready", "readyReplicas"))
                .or(replicas::more)
                .orElseGet(
                        () ->
                                ObjectStatus.current(
                                        "ReplicaSet is available. Replicas: "
                                                + replicas.status("replicas")));
    }

    private ReplicaSetStatus() {}
}
