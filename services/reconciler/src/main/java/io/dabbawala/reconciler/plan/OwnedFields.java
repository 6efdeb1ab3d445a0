package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.object.ObjectRef;
import java.util.Set;

/**
 * Fields that are decided elsewhere for a while, as a rollout decides the replicas of its target.
 * They are neither compared nor applied.
 */
@FunctionalInterface
public interface OwnedFields {

    /** The JSON pointers of these fields of this object. */
    Set<String> of(ObjectRef ref);
}
