package io.dabbawala.reconciler.object;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One object as the cluster holds it, with status and managedFields.
 *
 * @param content a tree as in {@link Manifest}; it is never changed
 */
public record LiveObject(ObjectRef ref, Map<String, Object> content) {

    private static final Set<String> BESIDES = Set.of("metadata", "status");
    private static final Set<String> COUNTERS = Set.of("resourceVersion", "generation");

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

    /** Whether both say the same, but for the status and what the API server counts. */
    public boolean isAsBesidesStatus(LiveObject other) {
        return areSame(content, other.content, BESIDES)
                && areSame(
                        Tree.map(content, "metadata"),
                        Tree.map(other.content, "metadata"),
                        COUNTERS);
    }

    private static boolean areSame(
            Map<String, Object> one, Map<String, Object> other, Set<String> besides) {
        return one.entrySet().stream()
                        .allMatch(
                                entry ->
                                        besides.contains(entry.getKey())
                                                || Objects.equals(
                                                        entry.getValue(),
                                                        other.get(entry.getKey())))
                && other.keySet().stream()
                        .allMatch(name -> besides.contains(name) || one.containsKey(name));
    }

    public String annotation(String name) {
        return Tree.text(content, "metadata", "annotations", name);
    }

    public String label(String name) {
        return Tree.text(content, "metadata", "labels", name);
    }
}
