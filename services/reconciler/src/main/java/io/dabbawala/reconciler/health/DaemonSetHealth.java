package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

final class DaemonSetHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var counts = new Counts(object);
        if (counts.isBehind()) {
            return progressing(
                    "Waiting for rollout to finish: observed daemon set generation less than desired"
                            + " generation");
        }
        long desired = counts.status("desiredNumberScheduled");
        long updated = counts.status("updatedNumberScheduled");
        if (Tree.text(object.content(), "spec", "updateStrategy", "type").equals("OnDelete")) {
            return healthy(
                    "daemon set %d out of %d new pods have been updated"
                            .formatted(updated, desired));
        }
        var name = object.ref().name();
        if (updated < desired) {
            return progressing(
                    "Waiting for daemon set \"%s\" rollout to finish: %d out of %d new pods have been updated..."
                            .formatted(name, updated, desired));
        }
        long available = counts.status("numberAvailable");
        return available < desired
                ? progressing(
                        "Waiting for daemon set \"%s\" rollout to finish: %d of %d updated pods are available..."
                                .formatted(name, available, desired))
                : healthy();
    }
}
