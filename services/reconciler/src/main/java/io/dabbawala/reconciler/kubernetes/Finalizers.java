package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.List;
import java.util.Map;

/** What keeps an object that was deleted. */
final class Finalizers {

    static List<Object> of(LiveObject object) {
        return Tree.list(object.content(), "metadata", "finalizers");
    }

    /** A merge patch that takes one off, if nobody wrote to the object since. */
    static Map<String, Object> without(String finalizer, LiveObject object) {
        var others = of(object).stream().filter(one -> !one.equals(finalizer)).toList();
        return Map.of(
                "metadata",
                Map.of("finalizers", others, "resourceVersion", object.resourceVersion()));
    }

    private Finalizers() {}
}
