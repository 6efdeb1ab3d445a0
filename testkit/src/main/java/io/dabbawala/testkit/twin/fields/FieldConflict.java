package io.dabbawala.testkit.twin.fields;

import java.util.List;

/** Fields that another manager owns and that were about to get another value. */
public record FieldConflict(Managers.Id manager, List<String> fields) {

    /** {@code "kubectl-edit" using apps/v1}; appliers are named without a version. */
    public String owner() {
        var subresource =
                manager.subresource().isEmpty()
                        ? ""
                        : " with subresource \"" + manager.subresource() + "\"";
        return "\""
                + manager.name()
                + "\""
                + subresource
                + (manager.applies() ? "" : " using " + manager.apiVersion());
    }
}
