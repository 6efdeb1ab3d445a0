package io.dabbawala.reconciler.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which fields the elements of a list are told apart. */
final class ListKeys {

    /** The built-in kinds' lists, by the name of the field; the first that fits is meant. */
    private static final Map<String, List<List<String>>> KNOWN =
            Map.ofEntries(
                    Map.entry("containers", List.of(List.of("name"))),
                    Map.entry("initContainers", List.of(List.of("name"))),
                    Map.entry("env", List.of(List.of("name"))),
                    Map.entry("volumes", List.of(List.of("name"))),
                    Map.entry("volumeMounts", List.of(List.of("mountPath"))),
                    Map.entry("volumeDevices", List.of(List.of("devicePath"))),
                    Map.entry("imagePullSecrets", List.of(List.of("name"))),
                    Map.entry("secrets", List.of(List.of("name"))),
                    Map.entry("hostAliases", List.of(List.of("ip"))),
                    Map.entry("webhooks", List.of(List.of("name"))),
                    Map.entry("ownerReferences", List.of(List.of("uid"))),
                    Map.entry(
                            "topologySpreadConstraints",
                            List.of(List.of("topologyKey", "whenUnsatisfiable"))),
                    Map.entry(
                            "ports",
                            List.of(
                                    List.of("containerPort", "protocol"),
                                    List.of("port", "protocol"))));

    private static final Map<String, Object> DEFAULTS = Map.of("protocol", "TCP");

    /**
     * @param ours our part of managedFields at the list; it knows best
     */
    static Optional<List<String>> of(
            String field, List<Object> elements, Map<String, Object> ours) {
        var learned =
                ours.keySet().stream()
                        .filter(step -> step.startsWith("k:"))
                        .map(step -> List.copyOf(Json.object(step.substring(2)).keySet()))
                        .findAny();
        return learned.isPresent()
                ? learned
                : KNOWN.getOrDefault(field, List.of()).stream()
                        .filter(keys -> elements.stream().allMatch(one -> hasAll(one, keys)))
                        .findFirst();
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

    private static boolean hasAll(Object element, List<String> keys) {
        return keyOf(element, keys).size() == keys.size();
    }

    private ListKeys() {}
}
