package io.dabbawala.compliancegate.plan;

import java.time.Instant;
import java.util.List;

/**
 * What the reconciler asks about. digest is that of the desired state whose objects would be
 * applied, planDigest that of the plan.
 */
public record Plan(
        String application,
        String delivery,
        long generation,
        String revision,
        String digest,
        String planDigest,
        String cluster,
        String project,
        Destination destination,
        List<Change> changes,
        Cause cause,
        String requester,
        Instant requestedAt) {

    public Plan {
        changes = List.copyOf(changes);
    }

    /** The application without its namespace. */
    public String name() {
        return application.substring(application.indexOf('/') + 1);
    }

    /** A person asked for it. */
    public boolean isManual() {
        return cause == Cause.COMMAND;
    }

    public boolean isRollback() {
        return cause == Cause.ROLLBACK;
    }

    /** Whether it was asked for before that one, or was overtaken by it. */
    public boolean isOlderThan(Plan other) {
        return generation < other.generation
                || generation == other.generation && requestedAt.isBefore(other.requestedAt);
    }
}
