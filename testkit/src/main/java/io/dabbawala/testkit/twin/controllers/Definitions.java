package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.DeleteOptions;
import io.dabbawala.testkit.twin.store.Selector;
import java.time.Instant;
import java.util.Optional;

/** A resource definition that is deleted takes its objects with it. */
final class Definitions implements Controller {

    private final OwnedObjects objects;

    Definitions(OwnedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode definition, Instant now) {
        if (!OwnedObjects.leaves(definition)) {
            return Optional.empty();
        }
        var cluster = objects.cluster();
        var left = 0;
        for (var version : definition.at("/spec/versions")) {
            var kind =
                    cluster.kinds()
                            .resource(
                                    definition.at("/spec/group").asText(),
                                    version.path("name").asText(),
                                    definition.at("/spec/names/plural").asText());
            if (kind.isEmpty()) {
                continue;
            }
            for (var object : cluster.list(kind.get(), "", Selector.ALL)) {
                left++;
                if (!OwnedObjects.leaves(object)) {
                    cluster.delete(objects.target(object, ""), DeleteOptions.NONE);
                }
            }
        }
        if (left == 0) {
            cluster.finish(objects.target(definition, "").key());
        }
        return Optional.empty();
    }
}
