package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;

import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Tree;

final class DaemonSetHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var counts = new Counts(object);
        if (counts.isBehind()) {
            return progressing("Waiting for the newest specification to be observed");
        }
        long desired = counts.status("desiredNumberScheduled");
        if (Tree.text(object.content(), "spec", "updateStrategy", "type").equals("OnDelete")) {
            return healthy("%d pods".formatted(counts.status("currentNumberScheduled")));
        }
        if (counts.status("updatedNumberScheduled") < desired) {
            return progressing(
                    "%d of %d pods are updated"
                            .formatted(counts.status("updatedNumberScheduled"), desired));
        }
        return counts.status("numberAvailable") < desired
                ? progressing(
                        "%d of %d updated pods are available"
                                .formatted(counts.status("numberAvailable"), desired))
                : healthy();
    }
}
