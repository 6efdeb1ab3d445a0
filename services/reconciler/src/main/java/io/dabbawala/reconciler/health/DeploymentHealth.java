package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.degraded;
import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;
import static io.dabbawala.reconciler.health.Health.suspended;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

final class DeploymentHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var counts = new Counts(object);
        if (Tree.flag(object.content(), "spec", "paused")) {
            return suspended("Deployment is paused");
        }
        if (counts.isBehind()) {
            return progressing(
                    "Waiting for rollout to finish: observed deployment generation less than desired"
                            + " generation");
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
        return ofReplicas(counts);
    }

    private static Health ofReplicas(Counts counts) {
        long updated = counts.status("updatedReplicas");
        if (counts.declares("replicas") && updated < counts.spec("replicas")) {
            return waiting(
                    "%d out of %d new replicas have been updated...",
                    updated, counts.spec("replicas"));
        }
        if (counts.status("replicas") > updated) {
            return waiting(
                    "%d old replicas are pending termination...",
                    counts.status("replicas") - updated);
        }
        return counts.status("availableReplicas") < updated
                ? waiting(
                        "%d of %d updated replicas are available...",
                        counts.status("availableReplicas"), updated)
                : healthy();
    }

    private static Health waiting(String what, Object... numbers) {
        return progressing("Waiting for rollout to finish: " + what.formatted(numbers));
    }
}
