package io.dabbawala.reconciler.cluster;

import io.dabbawala.reconciler.object.ObjectRef;

/** Tells which kinds live in namespaces. */
@FunctionalInterface
public interface KindScopes {

    enum Scope {
        NAMESPACED,
        CLUSTER,
        /** The cluster has no such kind, or not yet. */
        UNKNOWN
    }

    Scope scopeOf(ObjectRef ref);
}
