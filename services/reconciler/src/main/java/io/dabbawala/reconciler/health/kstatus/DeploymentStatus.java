package io.dabbawala.reconciler.health.kstatus;

import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.current;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.failed;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.inProgress;

import io.dabbawala.reconciler.health.Conditions;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

final class DeploymentStatus {

    static ObjectStatus of(LiveObject object) {
        var conditions = Conditions.of(object);
        if (conditions.stream()
                .filter(one -> one.type().equals("Progressing"))
                .anyMatch(one -> one.reason().equals("ProgressDeadlineExceeded"))) {
            return failed("Progress deadline exceeded");
        }
        var replicas = new Replicas(object);
        return replicas.fewer("Replicas", "replicas")
                .or(() -> replicas.fewer("Updated", "updatedReplicas"))
                .or(replicas::more)
                .or(
                        () ->
                                replicas.fewer(
                                        "Available",
                                        "availableReplicas",
                                        replicas.status("updatedReplicas")))
                .or(() -> replicas.fewer("Ready", "readyReplicas"))
                .orElseGet(() -> ofConditions(object, conditions));
    }

    private static ObjectStatus ofConditions(LiveObject object, Conditions conditions) {
        if (reportsProgress(object) && !hasProgressed(conditions)) {
            return inProgress("ReplicaSet not Available");
        }
        return conditions.stream().anyMatch(one -> one.type().equals("Available") && one.isTrue())
                ? current(
                        "Deployment is available. Replicas: "
                                + new Replicas(object).status("replicas"))
                : inProgress("Deployment not Available");
    }

    /** Without a deadline, or with the largest, its controller never says that it progresses. */
    private static boolean reportsProgress(LiveObject object) {
        return Tree.number(object.content(), "spec", "progressDeadlineSeconds")
                        .orElse(Integer.MAX_VALUE)
                != Integer.MAX_VALUE;
    }

    private static boolean hasProgressed(Conditions conditions) {
        return conditions.stream()
                .filter(one -> one.type().equals("Progressing"))
                .anyMatch(one -> one.isTrue() && one.reason().equals("NewReplicaSetAvailable"));
    }

    private DeploymentStatus() {}
}
