package io.dabbawala.reconciler.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object as it is compared: without what says the same in several ways. */
final class NormalForm {

    private static final String RBAC = "rbac.authorization.k8s.io";

    static Map<String, Object> of(ObjectRef ref, Map<String, Object> content) {
        if (ref.isOfKind("", "Secret")) {
            return secret(content);
        }
        if (ref.isOfKind(RBAC, "Role") || ref.isOfKind(RBAC, "ClusterRole")) {
            return with(content, "rules", Tree.list(content, "rules"));
        }
        if (ref.isOfKind("", "Endpoints")) {
            return endpoints(content);
        }
        if (ref.isOfKind("apiextensions.k8s.io", "CustomResourceDefinition")) {
            return with(
                    content, "spec", without(Tree.map(content, "spec"), "preserveUnknownFields"));
        }
        return content;
    }

    /** Rules that the API server fills in are no word of Git's. */
    static Map<String, Object> withoutAggregatedRules(Map<String, Object> content) {
        return Tree.at(content, "aggregationRule").orElse(null) instanceof Map<?, ?>
                ? without(content, "rules")
                : content;
    }

    static Map<String, Object> withoutStatus(Map<String, Object> content) {
        return without(content, "status");
    }

    /** As the API server keeps it: data only, in one line. */
    private static Map<String, Object> secret(Map<String, Object> content) {
        var data = new LinkedHashMap<String, Object>();
        Tree.map(content, "data").forEach((key, value) -> data.put(key, encoded(value)));
        Tree.map(content, "stringData")
                .forEach(
                        (key, text) ->
                                data.put(
                                        key,
                                        Base64.getEncoder()
                                                .encodeToString(plain(text).getBytes(UTF_8))));
        var normal = new LinkedHashMap<>(without(content, "stringData"));
        if (!data.isEmpty()) {
            normal.put("data", data);
        }
        return normal;
    }

    private static Object encoded(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text.replace("\n", "").replace("\r", "");
            default -> value;
        };
    }

    private static String plain(@org.jspecify.annotations.Nullable Object text) {
        return text == null ? "" : text.toString();
    }

    private static Map<String, Object> endpoints(Map<String, Object> content) {
        var subsets =
                Tree.list(content, "subsets").stream()
                        .map(NormalForm::subset)
                        .sorted(Comparator.comparing(String::valueOf))
                        .toList();
        return subsets.isEmpty() ? content : with(content, "subsets", subsets);
    }

    private static Object subset(Object subset) {
        var sorted = new LinkedHashMap<>(Tree.map(subset));
        sorted.computeIfPresent("ports", (_, ports) -> sorted(ports, true));
        sorted.computeIfPresent("addresses", (_, addresses) -> sorted(addresses, false));
        sorted.computeIfPresent("notReadyAddresses", (_, addresses) -> sorted(addresses, false));
        return sorted;
    }

    private static List<Object> sorted(Object elements, boolean arePorts) {
        var sorted = new ArrayList<>();
        for (var element : Tree.list(elements)) {
            var fields = new java.util.TreeMap<>(Tree.map(element));
            if (arePorts) {
                fields.putIfAbsent("protocol", "TCP");
            }
            sorted.add(fields);
        }
        sorted.sort(Comparator.comparing(String::valueOf));
        return sorted;
    }

    private static Map<String, Object> with(Map<String, Object> tree, String name, Object value) {
        if (!tree.containsKey(name)) {
            return tree;
        }
        var copy = new LinkedHashMap<>(tree);
        copy.put(name, value);
        return copy;
    }

    private static Map<String, Object> without(Map<String, Object> tree, String name) {
        if (!tree.containsKey(name)) {
            return tree;
        }
        var copy = new LinkedHashMap<>(tree);
        copy.remove(name);
        return copy;
    }

    private NormalForm() {}
}
