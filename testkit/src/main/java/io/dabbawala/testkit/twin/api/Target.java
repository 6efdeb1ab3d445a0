package io.dabbawala.testkit.twin.api;

import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.store.ObjectKey;

/** What a request is about. {@code name} is "" for a collection, {@code subresource} for none. */
public record Target(Kind kind, String namespace, String name, String subresource) {

    public static Target of(Kind kind, String namespace, String name) {
        return new Target(kind, namespace, name, "");
    }

    public ObjectKey key() {
        return ObjectKey.of(kind, namespace, name);
    }

    Target named(String newName) {
        return new Target(kind, namespace, newName, subresource);
    }
}
