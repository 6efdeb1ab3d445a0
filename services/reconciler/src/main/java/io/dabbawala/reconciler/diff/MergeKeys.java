package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which fields the elements of a list are told apart. */
final class MergeKeys {

    /** The list-map-keys of the built-in kinds (k8s.io/api, patchMergeKey and listMapKey). */
    private static final FieldTable KNOWN =
            new FieldTable(
                    """
                    containers = ["name"]
                    initContainers = ["name"]
                    ephemeralContainers = ["name"]
                    env = ["name"]
                    volumes = ["name"]
                    volumeMounts = ["mountPath"]
                    volumeDevices = ["devicePath"]
                    containers/*/ports = ["containerPort","protocol"]
                    initContainers/*/ports = ["containerPort","protocol"]
                    resources/claims = ["name"]
                    spec/ports = ["port","protocol"]
                    spec/imagePullSecrets = ["name"]
                    spec/hostAliases = ["ip"]
                    spec/topologySpreadConstraints = ["topologyKey","whenUnsatisfiable"]
                    spec/resourceClaims = ["name"]
                    spec/schedulingGates = ["name"]
                    secrets = ["name"]
                    webhooks = ["name"]
                    matchConditions = ["name"]
                    spec/variables = ["name"]
                    metadata/ownerReferences = ["uid"]
                    """);

    private static final Map<String, Object> DEFAULTS = Map.of("protocol", "TCP");

    /**
     * Empty if elements are told apart by their position alone.
     *
     * @param applied what was applied of the list, in the words of managedFields; it knows best
     */
    static Optional<List<String>> of(
            FieldPosition at,
            boolean isBuiltIn,
            List<Object> desired,
            List<Object> live,
            Map<String, Object> applied) {
        return learned(applied)
                .or(() -> known(at, isBuiltIn))
                .filter(keys -> areUnique(desired, keys) && areUnique(live, keys));
    }

    static Optional<List<String>> known(FieldPosition at, boolean isBuiltIn) {
        var isMeant = isBuiltIn || at.name().equals("ownerReferences");
        return isMeant ? KNOWN.firstAt(at).map(MergeKeys::texts) : Optional.empty();
    }

    static Map<String, Object> keyOf(Object element, List<String> keys) {
        var key = new LinkedHashMap<String, Object>();
        for (var name : keys) {
            Tree.at(element, name)
                    .or(() -> Optional.ofNullable(DEFAULTS.get(name)))
                    .ifPresent(value -> key.put(name, value));
        }
        return key;
    }

    static boolean areUnique(List<Object> elements, List<String> keys) {
        var seen = new HashSet<Map<String, Object>>();
        return elements.stream()
                .map(one -> keyOf(one, keys))
                .allMatch(key -> key.size() == keys.size() && seen.add(key));
    }

    private static Optional<List<String>> learned(Map<String, Object> applied) {
        return applied.keySet().stream()
                .filter(step -> step.startsWith("k:"))
                .map(step -> List.copyOf(Json.object(step.substring(2)).keySet()))
                .findAny();
    }

    private static List<String> texts(Object names) {
        return ((List<?>) names).stream().map(String::valueOf).toList();
    }

    private MergeKeys() {}
}
