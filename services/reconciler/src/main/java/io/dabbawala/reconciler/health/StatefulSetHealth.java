package io.dabbawala.reconciler.health;

import static io.dabbawala.reconciler.health.Health.healthy;
import static io.dabbawala.reconciler.health.Health.progressing;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.Map;

final class StatefulSetHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var counts = new Counts(object);
        if (counts.status("observedGeneration") == 0 || counts.isBehind()) {
            return progressing("Waiting for statefulset spec update to be observed...");
        }
        long ready = counts.status("readyReplicas");
        if (counts.declares("replicas") && ready < counts.spec("replicas")) {
            return progressing(
                    "Waiting for %d pods to be ready..."
                            .formatted(counts.spec("replicas") - ready));
        }
        var strategy = Tree.map(object.content(), "spec", "updateStrategy");
        if (Tree.text(strategy, "type").equals("RollingUpdate")
                && strategy.get("rollingUpdate") != null) {
            return ofPartition(counts, strategy);
        }
        return Tree.text(strategy, "type").equals("OnDelete")
                ? healthy("statefulset has %d ready pods".formatted(ready))
                : ofRevisions(counts);
    }

    /** The current revision is not looked at: with a partition it stays the old one. */
    private static Health ofPartition(Counts counts, Map<String, Object> strategy) {
        var partition = Tree.number(strategy, "rollingUpdate", "partition");
        long wanted = counts.spec("replicas") - partition.orElse(0);
        long updated = counts.status("updatedReplicas");
        return partition.isPresent() && counts.declares("replicas") && updated < wanted
                ? progressing(
                        "Waiting for partitioned roll out to finish: %d out of %d new pods have been updated..."
                                .formatted(updated, wanted))
                : healthy(
                        "partitioned roll out complete: %d new pods have been updated..."
                                .formatted(updated));
    }

    private static Health ofRevisions(Counts counts) {
        var status = Tree.map(counts.object().content(), "status");
        var current = Tree.text(status, "currentRevision");
        var update = Tree.text(status, "updateRevision");
        return update.equals(current)
                ? healthy(
                        "statefulset rolling update complete %d pods at revision %s..."
                                .formatted(counts.status("currentReplicas"), current))
                : progressing(
                        "waiting for statefulset rolling update to complete %d pods at revision %s..."
                                .formatted(counts.status("updatedReplicas"), update));
    }
}
