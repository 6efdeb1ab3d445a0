package io.dabbawala.reconciler.health.kstatus;

import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.current;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.inProgress;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

final class StatefulSetStatus {

    private static final long NO_PARTITION = -1;

    static ObjectStatus of(LiveObject object) {
        var strategy = Tree.map(object.content(), "spec", "updateStrategy");
        if (Tree.text(strategy, "type").equals("OnDelete")) {
            return current("StatefulSet is using the ondelete update strategy");
        }
        var replicas = new Replicas(object);
        long partition = Tree.number(strategy, "rollingUpdate", "partition").orElse(NO_PARTITION);
        return replicas.fewer("Replicas", "replicas")
                .or(() -> replicas.fewer("Ready", "readyReplicas"))
                .or(replicas::more)
                .orElseGet(
                        () ->
                                partition == NO_PARTITION
                                        ? ofRevisions(replicas)
                                        : ofPartition(replicas, partition));
    }

    private static ObjectStatus ofPartition(Replicas replicas, long partition) {
        return replicas.fewer("updated", "updatedReplicas", replicas.wanted() - partition)
                .orElseGet(
                        () ->
                                current(
                                        "Partition rollout complete. updated: "
                                                + replicas.status("updatedReplicas")));
    }

    private static ObjectStatus ofRevisions(Replicas replicas) {
        var fewer = replicas.fewer("current", "currentReplicas");
        if (fewer.isPresent()) {
            return fewer.get();
        }
        var status = Tree.map(replicas.object().content(), "status");
        return Tree.text(status, "currentRevision").equals(Tree.text(status, "updateRevision"))
                ? current(
                        "All replicas scheduled as expected. Replicas: "
                                + replicas.status("replicas"))
                : inProgress("Waiting for updated revision to match current");
    }

    private StatefulSetStatus() {}
}
