package io.dabbawala.reconciler.health.kstatus;

import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.inProgress;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.Optional;

/** The numbers of a workload. */
record Replicas(LiveObject object) {

    long wanted() {
        return Tree.number(object.content(), "spec", "replicas").orElse(1);
    }

    long status(String field) {
        return Tree.number(object.content(), "status", field).orElse(0);
    }

    /** In progress while there are fewer than wanted. */
    Optional<ObjectStatus> fewer(String label, String field) {
        return fewer(label, field, wanted());
    }

    Optional<ObjectStatus> fewer(String label, String field, long wanted) {
        return status(field) < wanted
                ? Optional.of(inProgress("%s: %d/%d".formatted(label, status(field), wanted)))
                : Optional.empty();
    }

    /** In progress while there are more than wanted. */
    Optional<ObjectStatus> more() {
        long extra = status("replicas") - wanted();
        return extra > 0
                ? Optional.of(inProgress("Pending termination: " + extra))
                : Optional.empty();
    }
}
