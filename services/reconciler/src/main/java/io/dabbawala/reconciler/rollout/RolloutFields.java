package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.plan.OwnedFields;
import java.util.Set;

/**
 * The fields that a rollout decides about, from the moment it does: the replicas of its target once
 * there is a primary, and where the apex and the route lead once they were taken over. The cluster
 * says whether that is so, hence it is right also after a restart.
 */
public final class RolloutFields implements OwnedFields {

    private final Rollouts rollouts;
    private final Cluster cluster;

    public RolloutFields(Rollouts rollouts, Cluster cluster) {
        this.rollouts = rollouts;
        this.cluster = cluster;
    }

    @Override
    public Set<String> of(ObjectRef ref) {
        return switch (ref.kind()) {
            case "Deployment" -> owned(ref, Canary.primaryOf(ref), Set.of("/spec/replicas"));
            case "Service" -> owned(ref, ref, Set.of("/spec/selector", "/spec/ports"));
            case "HTTPRoute" -> owned(ref, ref, Set.of("/spec"));
            default -> Set.of();
        };
    }

    private Set<String> owned(ObjectRef ref, ObjectRef evidence, Set<String> fields) {
        return rollouts.mayDecide(ref)
                        && cluster.read(evidence)
                                .filter(it -> !it.annotation(Generated.CANARY).isEmpty())
                                .isPresent()
                ? fields
                : Set.of();
    }
}
