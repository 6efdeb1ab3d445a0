package io.dabbawala.reconciler.health.expression;

import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.Map;

/**
 * The expressions for one kind.
 *
 * @param group empty for the core group; the version does not matter
 * @param inProgress empty: not asked
 * @param failed empty: not asked
 */
public record HealthCheck(
        String group, String kind, String inProgress, String failed, String current) {

    /**
     * One element of {@code healthCheckExprs}.
     *
     * @throws IllegalArgumentException if it names no kind or not what current means
     */
    public static HealthCheck of(Map<String, Object> content) {
        var ref = ObjectRef.of(text(content, "apiVersion"), text(content, "kind"), "", "");
        if (ref.kind().isEmpty() || ref.version().isEmpty()) {
            throw new IllegalArgumentException("apiVersion and kind must be there");
        }
        if (text(content, "current").isEmpty()) {
            throw new IllegalArgumentException("expression Current not specified");
        }
        return new HealthCheck(
                ref.group(),
                ref.kind(),
                text(content, "inProgress"),
                text(content, "failed"),
                text(content, "current"));
    }

    private static String text(Map<String, Object> content, String field) {
        return Tree.text(content, field).strip();
    }
}
