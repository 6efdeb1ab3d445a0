package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;

import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Tree;
import java.util.Map;

final class StatefulSetHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var counts = new Counts(object);
        if (counts.status("observedGeneration") == 0 || counts.isBehind()) {
            return progressing("Waiting for the newest specification to be observed");
        }
        if (counts.declares("replicas")
                && counts.status("readyReplicas") < counts.spec("replicas")) {
            return progressing(
                    "%d of %d replicas are ready"
                            .formatted(counts.status("readyReplicas"), counts.spec("replicas")));
        }
        var strategy = Tree.map(object.content(), "spec", "updateStrategy");
        if (Tree.text(strategy, "type").equals("RollingUpdate")
                && strategy.get("rollingUpdate") != null) {
            return ofPartition(counts, strategy);
        }
        if (Tree.text(strategy, "type").equals("OnDelete")) {
            return healthy("%d replicas".formatted(counts.status("readyReplicas")));
        }
        var status = Tree.map(object.content(), "status");
        return Tree.text(status, "updateRevision").equals(Tree.text(status, "currentRevision"))
                ? healthy()
                : progressing("Waiting for the update to reach all replicas");
    }

    /** The current revision is not looked at: with a partition it stays the old one. */
    private static Health ofPartition(Counts counts, Map<String, Object> strategy) {
        var partition = Tree.number(strategy, "rollingUpdate", "partition");
        long wanted = counts.spec("replicas") - partition.orElse(0);
        return partition.isPresent()
                        && counts.declares("replicas")
                        && counts.status("updatedReplicas") < wanted
                ? progressing(
                        "%d of %d replicas beyond the partition are updated"
                                .formatted(counts.status("updatedReplicas"), wanted))
                : healthy();
    }
}
