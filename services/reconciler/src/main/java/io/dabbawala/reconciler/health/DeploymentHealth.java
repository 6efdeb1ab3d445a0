package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.degraded;
import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;
import static io.dabbawala.reconciler.health.Health.suspended;

import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Tree;

final class DeploymentHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var counts = new Counts(object);
        if (Tree.flag(object.content(), "spec", "paused")) {
            return suspended("Deployment is paused");
        }
        if (counts.isBehind()) {
            return progressing("Waiting for the newest specification to be observed");
        }
        var stuck =
                Conditions.of(object)
                        .named("Progressing")
                        .filter(one -> one.reason().equals("ProgressDeadlineExceeded"));
        if (stuck.isPresent()) {
            return degraded(
                    "Deployment \"%s\" exceeded its progress deadline"
                            .formatted(object.ref().name()));
        }
        long updated = counts.status("updatedReplicas");
        if (counts.declares("replicas") && updated < counts.spec("replicas")) {
            return progressing(
                    "%d of %d new replicas have been updated"
                            .formatted(updated, counts.spec("replicas")));
        }
        if (counts.status("replicas") > updated) {
            return progressing(
                    "%d old replicas are pending termination"
                            .formatted(counts.status("replicas") - updated));
        }
        if (counts.status("availableReplicas") < updated) {
            return progressing(
                    "%d of %d updated replicas are available"
                            .formatted(counts.status("availableReplicas"), updated));
        }
        return healthy();
    }
}
