package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Pods with a number, one after the other: the next is made when those before it are ready, and an
 * update replaces from the last to the first, down to the partition.
 */
final class StatefulSets implements Controller {

    private static final String REVISION = "controller-revision-hash";

    private final OwnedObjects objects;

    StatefulSets(OwnedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode set, Instant now) {
        if (OwnedObjects.leaves(set)) {
            return Optional.empty();
        }
        var pods = pods(set);
        if (pods.stream().noneMatch(OwnedObjects::leaves)) {
            step(set, pods);
        }
        status(set, pods(set));
        return Optional.empty();
    }

    private List<ObjectNode> pods(ObjectNode set) {
        var pods = new ArrayList<>(objects.ownedBy(set, "", "pods"));
        pods.sort(Comparator.comparing(StatefulSets::ordinal));
        return pods;
    }

    private void step(ObjectNode set, List<ObjectNode> pods) {
        var wanted = set.at("/spec/replicas").asInt();
        var parallel = set.at("/spec/podManagementPolicy").asText().equals("Parallel");
        for (int ordinal = 0; ordinal < wanted; ordinal++) {
            var number = ordinal;
            var pod = pods.stream().filter(p -> ordinal(p) == number).findFirst();
            if (pod.isEmpty()) {
                create(set, ordinal);
            }
            if (!parallel && pod.filter(p -> Conditions.holds(p, "Ready")).isEmpty()) {
                replaceFirstOld(set, pods, false);
                return;
            }
        }
        var surplus = pods.stream().filter(pod -> ordinal(pod) >= wanted).toList();
        if (!surplus.isEmpty()) {
            objects.delete(surplus.getLast());
        } else {
            replaceFirstOld(set, pods, true);
        }
    }

    /**
     * An update waits while a pod of the new template is not ready; it replaces broken old ones.
     */
    private void replaceFirstOld(ObjectNode set, List<ObjectNode> pods, boolean allReady) {
        var strategy = set.at("/spec/updateStrategy");
        if (!strategy.path("type").asText().equals("RollingUpdate")) {
            return;
        }
        var partition = strategy.at("/rollingUpdate/partition").asInt();
        for (var pod : pods.reversed()) {
            var current = revision(pod).equals(updateRevision(set));
            if (ordinal(pod) >= partition && !current) {
                if (allReady || !Conditions.holds(pod, "Ready")) {
                    objects.delete(pod);
                }
                return;
            }
            if (!Conditions.holds(pod, "Ready")) {
                return;
            }
        }
    }

    private void create(ObjectNode set, int ordinal) {
        var name = OwnedObjects.name(set) + "-" + ordinal;
        var pod = OwnedObjects.pod(set, name);
        pod.withObject("/metadata/labels")
                .put(REVISION, updateRevision(set))
                .put("statefulset.kubernetes.io/pod-name", name)
                .put("apps.kubernetes.io/pod-index", Integer.toString(ordinal));
        pod.withObject("/metadata").put("generateName", OwnedObjects.name(set) + "-");
        var spec = pod.withObject("/spec").put("hostname", name);
        spec.put("subdomain", set.at("/spec/serviceName").asText());
        for (var template : set.at("/spec/volumeClaimTemplates")) {
            var claim = template.at("/metadata/name").asText();
            claim(set, (ObjectNode) template, claim + "-" + name);
            spec.withArray("/volumes")
                    .addObject()
                    .put("name", claim)
                    .putObject("persistentVolumeClaim")
                    .put("claimName", claim + "-" + name);
        }
        objects.create("", "pods", pod);
    }

    private void claim(ObjectNode set, ObjectNode template, String name) {
        var target =
                Target.of(
                        objects.kind("", "persistentvolumeclaims"),
                        OwnedObjects.namespace(set),
                        name);
        if (objects.cluster().find(target).isEmpty()) {
            var claim = OwnedObjects.object();
            var metadata = claim.putObject("metadata").put("name", name);
            metadata.put("namespace", OwnedObjects.namespace(set));
            metadata.set("labels", set.at("/spec/selector/matchLabels"));
            claim.set("spec", template.get("spec"));
            objects.create("", "persistentvolumeclaims", claim);
        }
    }

    private void status(ObjectNode set, List<ObjectNode> pods) {
        var update = updateRevision(set);
        var updated = (int) pods.stream().filter(p -> revision(p).equals(update)).count();
        var ready = (int) pods.stream().filter(p -> Conditions.holds(p, "Ready")).count();
        var wanted = set.at("/spec/replicas").asInt();
        var before = set.at("/status/currentRevision").asText(update);
        var done = updated == wanted && ready == wanted && pods.size() == wanted;
        var current = done ? update : before;
        var status = OwnedObjects.object();
        status.put("observedGeneration", set.at("/metadata/generation").asInt());
        status.put("replicas", pods.size());
        ReplicaSets.positive(status, "readyReplicas", ready);
        ReplicaSets.positive(
                status,
                "currentReplicas",
                (int) pods.stream().filter(p -> revision(p).equals(current)).count());
        ReplicaSets.positive(status, "updatedReplicas", updated);
        status.put("currentRevision", current).put("updateRevision", update);
        status.put("collisionCount", 0).put("availableReplicas", ready);
        objects.updateStatus(set, status);
    }

    private static String updateRevision(ObjectNode set) {
        return OwnedObjects.name(set) + "-" + TemplateHash.of(set.at("/spec/template"));
    }

    private static String revision(ObjectNode pod) {
        return pod.path("metadata").path("labels").path(REVISION).asText();
    }

    private static int ordinal(ObjectNode pod) {
        var name = OwnedObjects.name(pod);
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }
}
