package io.dabbawala.reconciler.cluster;

import io.dabbawala.reconciler.object.LiveObject;
import java.util.List;

/**
 * What became of one server-side apply; {@code now} is the object after it. A dry run is never
 * Unchanged: it only says what would be.
 */
public sealed interface ApplyOutcome {

    record Created(LiveObject now) implements ApplyOutcome {}

    record Configured(LiveObject now) implements ApplyOutcome {}

    record Unchanged(LiveObject now) implements ApplyOutcome {}

    /** Other managers own these fields; nothing was written. */
    record Conflicted(List<FieldConflict> conflicts) implements ApplyOutcome {
        public Conflicted {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** The API server said no, and will say no again. */
    record Refused(Refusal reason, String message) implements ApplyOutcome {}

    /**
     * @param field as the API server writes it: {@code .spec.replicas}
     */
    record FieldConflict(String field, String manager) {}
}
