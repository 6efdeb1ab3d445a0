package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.degraded;
import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;

import io.dabbawala.reconciler.object.LiveObject;

final class ReplicaSetHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var counts = new Counts(object);
        if (counts.isBehind()) {
            return progressing(
                    "Waiting for rollout to finish: observed replica set generation less than desired"
                            + " generation");
        }
        var failure = Conditions.of(object).named("ReplicaFailure");
        if (failure.isPresent() && failure.get().isTrue()) {
            return degraded(failure.get().message());
        }
        return counts.declares("replicas")
                        && counts.status("availableReplicas") < counts.spec("replicas")
                ? progressing(
                        "Waiting for rollout to finish: %d out of %d new replicas are available..."
                                .formatted(
                                        counts.status("availableReplicas"),
                                        counts.spec("replicas")))
                : healthy();
    }
}
