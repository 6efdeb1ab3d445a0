package io.dabbawala.reconciler.preview;

import io.dabbawala.reconciler.cluster.BuiltInScopes;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.plan.DeclaredObjects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is declared and what is there; without a namespace both are in that of the destination. */
record Sides(List<Manifest> declared, Map<ObjectRef, LiveObject> live) {

    static Sides of(
            PreviewedApplication application,
            List<Map<String, Object>> desired,
            List<Map<String, Object>> live) {
        var namespace = application.namespace();
        var there = items(live);
        var scopes = new BuiltInScopes(there);
        var byRef = new LinkedHashMap<ObjectRef, LiveObject>();
        for (var content : there) {
            var object = LiveObject.of(content);
            var ref = object.ref();
            var placed =
                    switch (scopes.scopeOf(ref)) {
                        case NAMESPACED -> ref.namespace().isEmpty() ? ref.in(namespace) : ref;
                        case CLUSTER -> ref.in("");
                        case UNKNOWN -> ref;
                    };
            byRef.put(placed, new LiveObject(placed, content));
        }
        return new Sides(
                DeclaredObjects.withHooks(
                        namespace, items(desired), scopes, application.settings()),
                byRef);
    }

    /** A List is what it holds. */
    private static List<Map<String, Object>> items(List<Map<String, Object>> contents) {
        return contents.stream()
                .flatMap(
                        one ->
                                Tree.text(one, "kind").equals("List")
                                        ? Tree.list(one, "items").stream().map(Tree::map)
                                        : Stream.of(one))
                .toList();
    }

    @Nullable LiveObject liveOf(ObjectRef ref) {
        return live.get(ref);
    }

    boolean declares(ObjectRef ref) {
        return declared.stream().anyMatch(one -> one.ref().equals(ref));
    }

    /** Live objects that nothing declares. */
    Stream<LiveObject> left() {
        return live.values().stream().filter(one -> !declares(one.ref()));
    }
}
