package io.dabbawala.reconciler.object;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

    /** A Namespace, and nothing more. */
    public static Manifest ofNamespace(
            String name, Map<String, String> labels, Map<String, String> annotations) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("name", name);
        if (!labels.isEmpty()) {
            metadata.put("labels", labels);
        }
        if (!annotations.isEmpty()) {
            metadata.put("annotations", annotations);
        }
        return of(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", metadata));
    }

    /** The same object under this name. */
    public Manifest named(String name) {
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.put("name", name);
        metadata.remove("generateName");
        var named = new LinkedHashMap<>(content);
        named.put("metadata", metadata);
        return new Manifest(
                new ObjectRef(ref.group(), ref.version(), ref.kind(), ref.namespace(), name),
                named);
    }

    public String annotation(String name) {
        return Tree.text(content, "metadata", "annotations", name);
    }

    /** The same object without the fields at these JSON pointers; lists are not looked into. */
    public Manifest without(Set<String> pointers) {
        var left = content;
        for (var pointer : pointers) {
            left = without(left, pointer.substring(1));
        }
        return new Manifest(ref, left);
    }

    private static Map<String, Object> without(Map<String, Object> tree, String pointer) {
        int slash = pointer.indexOf('/');
        var name =
                (slash < 0 ? pointer : pointer.substring(0, slash))
                        .replace("~1", "/")
                        .replace("~0", "~");
        if (!tree.containsKey(name)) {
            return tree;
        }
        var copy = new LinkedHashMap<>(tree);
        if (slash < 0) {
            copy.remove(name);
        } else if (copy.get(name) instanceof Map<?, ?>) {
            copy.put(name, without(Tree.map(tree, name), pointer.substring(slash + 1)));
        }
        return copy;
    }
}
