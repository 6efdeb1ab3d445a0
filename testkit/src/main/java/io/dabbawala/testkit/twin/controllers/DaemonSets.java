package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One pod on every node; an update replaces as many at a time as may be unavailable. */
final class DaemonSets implements Controller {

    private static final String REVISION = "controller-revision-hash";

    private final OwnedObjects objects;

    DaemonSets(OwnedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode set, Instant now) {
        if (OwnedObjects.leaves(set)) {
            return Optional.empty();
        }
        var hash = TemplateHash.of(set.at("/spec/template"));
        var pods = objects.ownedBy(set, "", "pods");
        for (int i = 0; i < Nodes.COUNT; i++) {
            var node = "node-" + i;
            if (pods.stream().noneMatch(p -> p.at("/spec/nodeName").asText().equals(node))) {
                create(set, hash, node);
            }
        }
        if (set.at("/spec/updateStrategy/type").asText().equals("RollingUpdate")) {
            replaceOld(set, hash);
        }
        status(set, hash);
        return Optional.empty();
    }

    private void create(ObjectNode set, String hash, String node) {
        var pod = OwnedObjects.pod(set, "");
        var metadata = pod.withObject("/metadata");
        metadata.remove("name");
        metadata.put("generateName", OwnedObjects.name(set) + "-");
        metadata.withObject("/labels").put(REVISION, hash);
        pod.withObject("/spec").put("nodeName", node);
        objects.create("", "pods", pod);
    }

    private void replaceOld(ObjectNode set, String hash) {
        var pods = objects.ownedBy(set, "", "pods");
        var mayMiss =
                RollingStep.amount(
                        set.at("/spec/updateStrategy/rollingUpdate/maxUnavailable"),
                        Nodes.COUNT,
                        true);
        var missing = pods.stream().filter(p -> !Conditions.holds(p, "Ready")).count();
        for (var pod : pods) {
            if (revision(pod).equals(hash) || OwnedObjects.leaves(pod)) {
                continue;
            }
            if (!Conditions.holds(pod, "Ready")) {
                objects.delete(pod);
            } else if (missing < mayMiss) {
                missing++;
                objects.delete(pod);
            }
        }
    }

    private void status(ObjectNode set, String hash) {
        List<ObjectNode> pods =
                objects.ownedBy(set, "", "pods").stream()
                        .filter(pod -> !OwnedObjects.leaves(pod))
                        .toList();
        var ready = (int) pods.stream().filter(p -> Conditions.holds(p, "Ready")).count();
        var status =
                OwnedObjects.object()
                        .put("currentNumberScheduled", pods.size())
                        .put("numberMisscheduled", 0)
                        .put("desiredNumberScheduled", Nodes.COUNT)
                        .put("numberReady", ready);
        status.put("observedGeneration", set.at("/metadata/generation").asInt());
        var updated = (int) pods.stream().filter(p -> revision(p).equals(hash)).count();
        ReplicaSets.positive(status, "updatedNumberScheduled", updated);
        ReplicaSets.positive(status, "numberAvailable", ready);
        ReplicaSets.positive(status, "numberUnavailable", Nodes.COUNT - ready);
        objects.updateStatus(set, status);
    }

    private static String revision(ObjectNode pod) {
        return pod.path("metadata").path("labels").path(REVISION).asText();
    }
}
