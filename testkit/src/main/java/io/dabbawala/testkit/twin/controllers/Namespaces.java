package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.DeleteOptions;
import io.dabbawala.testkit.twin.api.Target;
import io.dabbawala.testkit.twin.store.Selector;
import java.time.Instant;
import java.util.Optional;

/** Furnishes a new namespace, and empties one that is deleted before it goes. */
final class Namespaces implements Controller {

    private final OwnedObjects objects;

    Namespaces(OwnedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<Instant> reconcile(ObjectNode namespace, Instant now) {
        if (OwnedObjects.leaves(namespace)) {
            empty(namespace);
        } else {
            furnish(OwnedObjects.name(namespace));
        }
        return Optional.empty();
    }

    private void furnish(String namespace) {
        var account = OwnedObjects.object();
        account.putObject("metadata").put("name", "default").put("namespace", namespace);
        furnish("serviceaccounts", account);
        var root = OwnedObjects.object();
        root.putObject("metadata").put("name", "kube-root-ca.crt").put("namespace", namespace);
        root.putObject("data").put("ca.crt", "");
        furnish("configmaps", root);
    }

    private void furnish(String plural, ObjectNode object) {
        var target =
                Target.of(
                        objects.kind("", plural),
                        OwnedObjects.namespace(object),
                        OwnedObjects.name(object));
        if (objects.cluster().find(target).isEmpty()) {
            objects.create("", plural, object);
        }
    }

    private void empty(ObjectNode namespace) {
        var cluster = objects.cluster();
        var left = 0;
        for (var kind : cluster.kinds().all()) {
            if (!kind.namespaced()) {
                continue;
            }
            for (var object : cluster.list(kind, OwnedObjects.name(namespace), Selector.ALL)) {
                left++;
                if (!OwnedObjects.leaves(object)) {
                    cluster.delete(objects.target(object, ""), DeleteOptions.NONE);
                }
            }
        }
        if (left == 0) {
            cluster.finish(objects.target(namespace, "").key());
        }
    }
}
