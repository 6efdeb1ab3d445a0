package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Cluster;
import io.dabbawala.testkit.twin.api.DeleteOptions;
import io.dabbawala.testkit.twin.api.DeleteOptions.Propagation;
import io.dabbawala.testkit.twin.api.Refusal;
import io.dabbawala.testkit.twin.api.Target;
import io.dabbawala.testkit.twin.api.WriteOptions;
import io.dabbawala.testkit.twin.store.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes what lost its last owner; lets go of what waits for its dependents; takes the owner's
 * name off what is to be orphaned.
 */
final class Garbage {

    private static final WriteOptions COLLECTOR = WriteOptions.by("kube-controller-manager");

    private final Cluster cluster;

    Garbage(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Who owns it, where that is something here. */
    List<ObjectKey> owners(JsonNode object) {
        var owners = new ArrayList<ObjectKey>();
        for (var owner : object.at("/metadata/ownerReferences")) {
            cluster.kinds()
                    .named(owner.path("apiVersion").asText(), owner.path("kind").asText())
                    .map(
                            kind ->
                                    ObjectKey.of(
                                            kind,
                                            OwnedObjects.namespace(object),
                                            owner.path("name").asText()))
                    .ifPresent(owners::add);
        }
        return owners;
    }

    void collect() {
        var uids = new HashSet<String>();
        var dependents = new HashMap<String, List<ObjectNode>>();
        var all = new ArrayList<ObjectNode>();
        for (var key : cluster.store().keys()) {
            cluster.store().get(key).ifPresent(all::add);
        }
        for (var object : all) {
            uids.add(OwnedObjects.uid(object));
            for (var owner : object.at("/metadata/ownerReferences")) {
                dependents
                        .computeIfAbsent(owner.path("uid").asText(), u -> new ArrayList<>())
                        .add(object);
            }
        }
        for (var object : all) {
            try {
                finalizing(object, dependents);
                orphaned(object, uids);
            } catch (Refusal _) {
                // Somebody was faster; the event of that brings us back here.
                continue;
            }
        }
    }

    private void orphaned(ObjectNode object, Set<String> uids) {
        var owners = object.at("/metadata/ownerReferences");
        if (owners.isEmpty() || OwnedObjects.leaves(object)) {
            return;
        }
        for (var owner : owners) {
            if (uids.contains(owner.path("uid").asText())) {
                return;
            }
        }
        target(object).ifPresent(target -> cluster.delete(target, background()));
    }

    private void finalizing(ObjectNode object, Map<String, List<ObjectNode>> dependents) {
        if (!OwnedObjects.leaves(object)) {
            return;
        }
        var mine = dependents.getOrDefault(OwnedObjects.uid(object), List.of());
        for (var finalizer : object.at("/metadata/finalizers")) {
            switch (finalizer.asText()) {
                case "foregroundDeletion" -> {
                    mine.forEach(d -> target(d).ifPresent(t -> cluster.delete(t, foreground())));
                    if (mine.isEmpty()) {
                        letGo(object, "foregroundDeletion");
                    }
                }
                case "orphan" -> {
                    mine.forEach(dependent -> disown(dependent, object));
                    letGo(object, "orphan");
                }
                default -> {}
            }
        }
    }

    private void disown(ObjectNode dependent, ObjectNode owner) {
        ObjectNode freed = dependent.deepCopy();
        var left = freed.withObject("/metadata").putArray("ownerReferences");
        for (var reference : dependent.at("/metadata/ownerReferences")) {
            if (!reference.path("uid").asText().equals(OwnedObjects.uid(owner))) {
                left.add(reference);
            }
        }
        if (left.isEmpty()) {
            freed.withObject("/metadata").remove("ownerReferences");
        }
        target(dependent).ifPresent(target -> cluster.update(target, freed, COLLECTOR));
    }

    private void letGo(ObjectNode object, String finalizer) {
        target(object)
                .flatMap(cluster::find)
                .ifPresent(
                        live -> {
                            ObjectNode freed = live.deepCopy();
                            var finalizers = (ArrayNode) freed.at("/metadata/finalizers");
                            for (int i = finalizers.size() - 1; i >= 0; i--) {
                                if (finalizers.get(i).asText().equals(finalizer)) {
                                    finalizers.remove(i);
                                }
                            }
                            cluster.update(target(live).orElseThrow(), freed, COLLECTOR);
                        });
    }

    private Optional<Target> target(JsonNode object) {
        return cluster.kinds()
                .named(object.path("apiVersion").asText(), object.path("kind").asText())
                .map(
                        kind ->
                                Target.of(
                                        kind,
                                        OwnedObjects.namespace(object),
                                        OwnedObjects.name(object)));
    }

    private static DeleteOptions background() {
        return with(Propagation.BACKGROUND);
    }

    private static DeleteOptions foreground() {
        return with(Propagation.FOREGROUND);
    }

    private static DeleteOptions with(Propagation propagation) {
        return new DeleteOptions(
                Optional.of(propagation), Optional.empty(), Optional.empty(), false);
    }
}
