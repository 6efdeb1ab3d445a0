package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Replaces pods through replica sets, one for each template there was. */
final class Deployments implements Controller {

    private static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String HASH = "pod-template-hash";

    private final OwnedObjects objects;

    Deployments(OwnedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode deployment, Instant now) {
        if (OwnedObjects.leaves(deployment)) {
            return Optional.empty();
        }
        var live = deployment;
        var sets = objects.ownedBy(live, "apps", "replicasets");
        var current =
                sets.stream().filter(set -> hash(set).equals(templateHash(deployment))).findFirst();
        var paused = live.at("/spec/paused").asBoolean();
        if (current.isEmpty() && !paused) {
            current = Optional.of(createSet(live, sets));
        } else if (current.isPresent() && !paused) {
            current = Optional.of(raiseRevision(current.get(), sets));
        }
        if (current.isPresent()) {
            live = annotate(live, revision(current.get()));
            roll(live, current.get(), without(sets, current.get()), paused);
            forgetHistory(live, without(sets, current.get()));
        }
        return DeploymentStatus.write(objects, live, templateHash(deployment), now);
    }

    static String hash(JsonNode set) {
        return set.at("/metadata/labels/" + HASH).asText();
    }

    static String templateHash(JsonNode deployment) {
        return TemplateHash.of(deployment.at("/spec/template"));
    }

    private static List<ObjectNode> without(List<ObjectNode> sets, ObjectNode current) {
        return sets.stream()
                .filter(set -> !OwnedObjects.uid(set).equals(OwnedObjects.uid(current)))
                .toList();
    }

    private ObjectNode createSet(ObjectNode deployment, List<ObjectNode> sets) {
        var hash = templateHash(deployment);
        var set = OwnedObjects.owned(deployment, OwnedObjects.name(deployment) + "-" + hash);
        set.withObject("/metadata/annotations")
                .put(REVISION, Integer.toString(newest(sets) + 1))
                .put(
                        "deployment.kubernetes.io/desired-replicas",
                        deployment.at("/spec/replicas").asText());
        var labels = deployment.at("/spec/template/metadata/labels");
        if (labels instanceof ObjectNode given) {
            set.withObject("/metadata/labels").setAll(given);
        }
        set.withObject("/metadata/labels").put(HASH, hash);
        var spec = set.putObject("spec").put("replicas", 0);
        spec.set("selector", deployment.at("/spec/selector").deepCopy());
        spec.withObject("/selector/matchLabels").put(HASH, hash);
        spec.set("template", deployment.at("/spec/template").deepCopy());
        spec.withObject("/template/metadata/labels").put(HASH, hash);
        if (deployment.at("/spec/minReadySeconds").asInt() > 0) {
            spec.set("minReadySeconds", deployment.at("/spec/minReadySeconds"));
        }
        return objects.create("apps", "replicasets", set);
    }

    /** A template that comes back is the newest revision again. */
    private ObjectNode raiseRevision(ObjectNode set, List<ObjectNode> sets) {
        var others = newest(without(sets, set));
        if (revision(set) > others) {
            return set;
        }
        ObjectNode raised = set.deepCopy();
        raised.withObject("/metadata/annotations").put(REVISION, Integer.toString(others + 1));
        return objects.update(raised);
    }

    private ObjectNode annotate(ObjectNode deployment, int revision) {
        var wanted = Integer.toString(revision);
        var annotations = deployment.path("metadata").path("annotations");
        if (annotations.path(REVISION).asText().equals(wanted)) {
            return deployment;
        }
        ObjectNode annotated = deployment.deepCopy();
        annotated.withObject("/metadata/annotations").put(REVISION, wanted);
        return objects.update(annotated);
    }

    private static int revision(JsonNode set) {
        return set.path("metadata").path("annotations").path(REVISION).asInt();
    }

    private static int newest(List<ObjectNode> sets) {
        return sets.stream().mapToInt(Deployments::revision).max().orElse(0);
    }

    private void roll(
            ObjectNode deployment, ObjectNode current, List<ObjectNode> old, boolean paused) {
        var step = RollingStep.of(deployment, current, old);
        if (paused) {
            if (old.stream().allMatch(set -> replicas(set) == 0)) {
                objects.scale(current, deployment.at("/spec/replicas").asInt());
            }
            return;
        }
        if (deployment.at("/spec/strategy/type").asText().equals("Recreate")) {
            old.forEach(set -> objects.scale(set, 0));
            if (old.stream().allMatch(set -> objects.ownedBy(set, "", "pods").isEmpty())) {
                objects.scale(current, deployment.at("/spec/replicas").asInt());
            }
            return;
        }
        objects.scale(current, step.current());
        var shrink = step.shrinkOld();
        var weakestFirst =
                Comparator.comparing(
                        (ObjectNode set) -> set.at("/status/availableReplicas").asInt());
        for (var set : old.stream().sorted(weakestFirst).toList()) {
            var less = Math.min(shrink, replicas(set));
            objects.scale(set, replicas(set) - less);
            shrink -= less;
        }
    }

    static int replicas(JsonNode set) {
        return set.at("/spec/replicas").asInt();
    }

    private void forgetHistory(ObjectNode deployment, List<ObjectNode> old) {
        var limit = deployment.at("/spec/revisionHistoryLimit").asInt();
        old.stream()
                .filter(set -> replicas(set) == 0 && set.at("/status/replicas").asInt() == 0)
                .sorted(Comparator.comparing(Deployments::revision).reversed())
                .skip(limit)
                .forEach(objects::delete);
    }
}
