package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The ConfigMaps and Secrets that a pod names: in volumes, projections, env and envFrom. */
record ConfigReferences(String namespace) {

    private static final Map<String, String> KINDS =
            Map.of(
                    "configMap", "ConfigMap",
                    "configMapRef", "ConfigMap",
                    "configMapKeyRef", "ConfigMap",
                    "secret", "Secret",
                    "secretRef", "Secret",
                    "secretKeyRef", "Secret");
    private static final List<String> HOLDERS = List.of("containers", "initContainers", "volumes");

    Set<ObjectRef> in(Map<String, Object> podSpec) {
        var found = new LinkedHashSet<ObjectRef>();
        renamed(
                podSpec,
                ref -> {
                    found.add(ref);
                    return ref;
                });
        return found;
    }

    /** The same pod with other names. */
    Map<String, Object> renamed(
            Map<String, Object> podSpec, Function<ObjectRef, ObjectRef> rename) {
        var renamed = new LinkedHashMap<>(podSpec);
        for (var holder : HOLDERS) {
            renamed.computeIfPresent(holder, (key, part) -> walk(key, part, rename));
        }
        return renamed;
    }

    private Object walk(String key, Object part, Function<ObjectRef, ObjectRef> rename) {
        if (part instanceof List<?> list) {
            return list.stream().map(each -> walk(key, each, rename)).toList();
        }
        if (!(part instanceof Map<?, ?>)) {
            return part;
        }
        var copy = new LinkedHashMap<>(Tree.map(part));
        var name = copy.containsKey("secretName") ? "secretName" : "name";
        var kind = KINDS.get(key);
        if (kind != null && copy.get(name) instanceof String old) {
            var ref = ObjectRef.of("v1", kind, namespace, old);
            copy.put(name, rename.apply(ref).name());
            return copy;
        }
        copy.replaceAll((inner, value) -> value == null ? value : walk(inner, value, rename));
        return copy;
    }
}
