package io.dabbawala.reconciler.plan;

import java.util.Map;

/**
 * One declared object.
 *
 * @param content the whole object as a tree of {@code Map<String, Object>}, {@code List<Object>},
 *     {@code String}, {@code Number}, {@code Boolean} and null; it is never changed
 */
public record Manifest(ObjectRef ref, Map<String, Object> content) {

    public static Manifest of(Map<String, Object> content) {
        return new Manifest(Tree.refOf(content), content);
    }

    public String annotation(String name) {
        return Tree.text(content, "metadata", "annotations", name);
    }
}
