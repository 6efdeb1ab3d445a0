package io.dabbawala.testkit.twin.fields;

import java.util.List;

/** Fields that another manager owns and that were about to get another value. */
public record FieldConflict(Managers.Id manager, String time, List<String> fields) {

    /** {@code "kubectl-edit" using apps/v1 at 2026-01-01T00:00:00Z}; applying ones by name only. */
    public String owner() {
        var subresource =
                manager.subresource().isEmpty()
                        ? ""
                        : " with subresource \"" + manager.subresource() + "\"";
        return "\""
                + manager.name()
                + "\""
                + subresource
                + (manager.applies() ? "" : " using " + manager.apiVersion() + " at " + time);
    }
}
