package io.dabbawala.testkit.twin.store;

import io.dabbawala.testkit.twin.schema.Kind;
import java.util.Comparator;

/**
 * Names an object. {@code resource} is plural and group ({@code deployments.apps}) without version:
 * all versions of a kind are the same objects. {@code namespace} is "" for what has none.
 */
public record ObjectKey(String resource, String namespace, String name)
        implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER =
            Comparator.comparing(ObjectKey::resource)
                    .thenComparing(ObjectKey::namespace)
                    .thenComparing(ObjectKey::name);

    public static ObjectKey of(Kind kind, String namespace, String name) {
        return new ObjectKey(kind.resource(), kind.namespaced() ? namespace : "", name);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
