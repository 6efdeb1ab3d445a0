package io.dabbawala.reconciler.plan;

import java.util.Map;

/**
 * One object as the cluster holds it, with status and managedFields.
 *
 * @param content a tree as in {@link Manifest}; it is never changed
 */
public record LiveObject(ObjectRef ref, Map<String, Object> content) {

    public static LiveObject of(Map<String, Object> content) {
        return new LiveObject(Tree.refOf(content), content);
    }

    public String uid() {
        return Tree.text(content, "metadata", "uid");
    }

    public String resourceVersion() {
        return Tree.text(content, "metadata", "resourceVersion");
    }

    public boolean isTerminating() {
        return Tree.at(content, "metadata", "deletionTimestamp").isPresent();
    }

    public String annotation(String name) {
        return Tree.text(content, "metadata", "annotations", name);
    }

    public String label(String name) {
        return Tree.text(content, "metadata", "labels", name);
    }
}
