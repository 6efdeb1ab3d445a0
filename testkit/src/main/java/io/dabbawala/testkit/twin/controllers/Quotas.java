package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Cluster;
import io.dabbawala.testkit.twin.store.Event;
import io.dabbawala.testkit.twin.store.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts what a quota limits; objects only, no amounts. */
final class Quotas implements Controller {

    private static final String COUNT = "count/";

    private final OwnedObjects objects;

    Quotas(OwnedObjects objects) {
        this.objects = objects;
    }

    /** The quotas an event may concern. */
    static List<ObjectKey> counting(Cluster cluster, Event event) {
        if (event.type() == Event.Type.MODIFIED || event.key().namespace().isEmpty()) {
            return List.of();
        }
        return cluster.store().list("resourcequotas", event.key().namespace()).stream()
                .map(
                        quota ->
                                new ObjectKey(
                                        "resourcequotas",
                                        event.key().namespace(),
                                        OwnedObjects.name(quota)))
                .toList();
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode quota, Instant now) {
        var status = OwnedObjects.object();
        var hard = quota.at("/spec/hard");
        if (hard.isObject()) {
            status.set("hard", hard);
            var used = status.putObject("used");
            for (var limit : hard.properties()) {
                var resource = limit.getKey();
                var counted =
                        resource.startsWith(COUNT) ? resource.substring(COUNT.length()) : resource;
                var there =
                        objects.cluster()
                                .store()
                                .list(counted, OwnedObjects.namespace(quota))
                                .size();
                used.put(resource, Integer.toString(there));
            }
            objects.updateStatus(quota, status);
        }
        return Optional.empty();
    }
}
