package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Cluster;
import io.dabbawala.testkit.twin.api.DeleteOptions;
import io.dabbawala.testkit.twin.api.Target;
import io.dabbawala.testkit.twin.api.WriteOptions;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.store.Selector;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How controllers read and write: through the same door as everybody. */
final class OwnedObjects {

    private static final WriteOptions BY_CONTROLLERS = WriteOptions.by("kube-controller-manager");

    private final Cluster cluster;
    private final Clock clock;

    OwnedObjects(Cluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    Cluster cluster() {
        return cluster;
    }

    Instant now() {
        return clock.instant();
    }

    static String timestamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static boolean leaves(JsonNode object) {
        return object.at("/metadata/deletionTimestamp").isTextual();
    }

    static String uid(JsonNode object) {
        return object.at("/metadata/uid").asText();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String namespace(JsonNode object) {
        return object.at("/metadata/namespace").asText();
    }

    /** The objects of this kind that {@code owner} controls. */
    List<ObjectNode> ownedBy(JsonNode owner, String group, String plural) {
        var kind = cluster.kinds().builtIn(group, plural);
        return cluster.list(kind, namespace(owner), Selector.ALL).stream()
                .filter(object -> controls(owner, object))
                .toList();
    }

    private static boolean controls(JsonNode owner, JsonNode object) {
        for (var reference : object.at("/metadata/ownerReferences")) {
            if (reference.path("controller").asBoolean()
                    && reference.path("uid").asText().equals(uid(owner))) {
                return true;
            }
        }
        return false;
    }

    /** An object of {@code owner}'s namespace that it controls. */
    static ObjectNode owned(JsonNode owner, String name) {
        var object = object();
        var metadata = object.putObject("metadata").put("name", name);
        metadata.put("namespace", namespace(owner));
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", owner.path("apiVersion").asText())
                .put("kind", owner.path("kind").asText())
                .put("name", name(owner))
                .put("uid", uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
        return object;
    }

    /** A pod as the owner's template wants it. */
    static ObjectNode pod(JsonNode owner, String name) {
        var pod = owned(owner, name);
        var template = owner.at("/spec/template");
        for (var field : List.of("labels", "annotations")) {
            if (template.path("metadata").has(field)) {
                pod.withObject("/metadata")
                        .set(field, template.path("metadata").get(field).deepCopy());
            }
        }
        pod.set("spec", template.path("spec").deepCopy());
        return pod;
    }

    ObjectNode create(String group, String plural, ObjectNode object) {
        return cluster.create(
                Target.of(kind(group, plural), namespace(object), ""), object, BY_CONTROLLERS);
    }

    ObjectNode update(ObjectNode object) {
        return cluster.update(target(object, ""), object, BY_CONTROLLERS);
    }

    ObjectNode updateStatus(ObjectNode live, ObjectNode status) {
        if (live.path("status").equals(status)) {
            return live;
        }
        ObjectNode changed = live.deepCopy();
        changed.set("status", status);
        return cluster.update(target(live, "status"), changed, BY_CONTROLLERS);
    }

    void delete(JsonNode object) {
        cluster.delete(target(object, ""), DeleteOptions.NONE);
    }

    void scale(ObjectNode workload, int replicas) {
        if (workload.at("/spec/replicas").asInt() != replicas) {
            ObjectNode scaled = workload.deepCopy();
            scaled.withObject("/spec").put("replicas", replicas);
            update(scaled);
        }
    }

    Target target(JsonNode object, String subresource) {
        var kind =
                cluster.kinds()
                        .named(object.path("apiVersion").asText(), object.path("kind").asText())
                        .orElseThrow();
        return new Target(kind, namespace(object), name(object), subresource);
    }

    Kind kind(String group, String plural) {
        return cluster.kinds().builtIn(group, plural);
    }
}
