package io.dabbawala.reconciler.knowntype;

import io.dabbawala.reconciler.application.SpecField;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields of which kinds hold types of Kubernetes.
 *
 * @param byKind by {@code group/Kind}; {@code Kind} of the core group
 */
public record KnownFields(Map<String, List<KnownField>> byKind) {

    private static final String ROLLOUT = "argoproj.io/Rollout";

    private static final KnownField POD =
            new KnownField(List.of("spec", "template", "spec"), "core/v1/PodSpec");

    /** Nobody declared any. */
    public static final KnownFields UNSAID = of(Map.of());

    public KnownFields {
        byKind = Map.copyOf(byKind);
    }

    /**
     * A type that is none is passed over, as in Argo CD: a newer one may know it. A Rollout holds a
     * pod as a Deployment does, unless something else is said of it.
     *
     * @param declared lists of field and type, by kind
     * @throws IllegalArgumentException if one cannot be read; it is named
     */
    public static KnownFields of(Map<String, SpecField> declared) {
        var byKind = new HashMap<String, List<KnownField>>();
        declared.forEach((kind, list) -> byKind.put(kind, known(list)));
        byKind.values().removeIf(List::isEmpty);
        byKind.putIfAbsent(ROLLOUT, List.of(POD));
        return new KnownFields(byKind);
    }

    private static List<KnownField> known(SpecField list) {
        var known = new ArrayList<KnownField>();
        for (var one : list.list()) {
            var path = List.of(one.at("field").text().split("\\.", -1));
            Structs.KUBERNETES
                    .named(one.at("type").text())
                    .map(type -> new KnownField(path, type))
                    .ifPresent(known::add);
        }
        return List.copyOf(known);
    }

    /** The object with these fields as Go would write them. */
    public Map<String, Object> in(ObjectRef ref, Map<String, Object> content) {
        var kind = ref.group().isEmpty() ? ref.kind() : ref.group() + "/" + ref.kind();
        var written = content;
        for (var field : byKind.getOrDefault(kind, List.of())) {
            written = Tree.map(field.in(written));
        }
        return written;
    }
}
