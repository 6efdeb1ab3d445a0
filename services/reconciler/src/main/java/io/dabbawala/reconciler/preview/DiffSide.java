package io.dabbawala.reconciler.preview;

import io.dabbawala.reconciler.application.SpecField;
import io.dabbawala.reconciler.cluster.BuiltInScopes;
import io.dabbawala.reconciler.cluster.KindScopes;
import io.dabbawala.reconciler.cluster.KindScopes.Scope;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One side of a comparison: objects by name, in the order they came. */
record DiffSide(Map<ObjectRef, Map<String, Object>> objects) {

    /**
     * @param name of the side, for what is told of it
     * @param namespace of objects that name none and live in one
     * @throws IllegalArgumentException if a document has no kind, its names are no texts, or two
     *     are about one object
     */
    static DiffSide of(String name, String namespace, List<Map<String, Object>> documents) {
        var scopes = new BuiltInScopes(documents);
        var objects = new LinkedHashMap<ObjectRef, Map<String, Object>>();
        int number = 0;
        for (var document : documents) {
            number++;
            var place = "%s, document %d".formatted(name, number);
            var ref = placed(ref(new SpecField(place, document)), namespace, scopes);
            if (objects.putIfAbsent(ref, document) != null) {
                throw new IllegalArgumentException(
                        "%s is about %s again: two documents for one object".formatted(place, ref));
            }
        }
        return new DiffSide(objects);
    }

    /**
     * The object of this name. Where one of both names no namespace, or another group, the only one
     * of its kind and name is meant.
     */
    Optional<ObjectRef> match(ObjectRef ref) {
        if (objects.containsKey(ref)) {
            return Optional.of(ref);
        }
        var alike = objects.keySet().stream().filter(one -> isAlike(one, ref)).toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private static boolean isAlike(ObjectRef one, ObjectRef other) {
        return one.kind().equals(other.kind())
                && one.name().equals(other.name())
                && (one.namespace().isEmpty()
                        || other.namespace().isEmpty()
                        || one.namespace().equals(other.namespace()));
    }

    private static ObjectRef ref(SpecField document) {
        var kind = document.at("kind").text();
        if (kind.isEmpty()) {
            throw new IllegalArgumentException(document.path() + " has no kind");
        }
        var metadata = document.at("metadata");
        metadata.at("annotations").object();
        metadata.at("labels").object();
        return ObjectRef.of(
                document.at("apiVersion").text(),
                kind,
                metadata.at("namespace").text(),
                metadata.at("name").text());
    }

    private static ObjectRef placed(ObjectRef ref, String namespace, KindScopes scopes) {
        if (scopes.scopeOf(ref) == Scope.CLUSTER) {
            return ref.in("");
        }
        return ref.namespace().isEmpty() ? ref.in(namespace) : ref;
    }
}
