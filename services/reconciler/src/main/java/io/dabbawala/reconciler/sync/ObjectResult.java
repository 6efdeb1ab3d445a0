package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.plan.ObjectRef;
import java.util.Optional;

/** What became of one object; a message begins with a code where it tells a reason. */
public record ObjectResult(ObjectRef ref, Outcome outcome, String message) {

    public enum Outcome {
        CREATED,
        CONFIGURED,
        UNCHANGED,
        PRUNED,
        PRUNE_SKIPPED,
        REJECTED
    }

    /** The result, and how the object is now, if anybody has an opinion. */
    public record WithHealth(ObjectResult result, Optional<Health> health) {}

    boolean isFailure() {
        return outcome == Outcome.REJECTED;
    }
}
