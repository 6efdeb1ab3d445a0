package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The HTTPRoute that gives each track its share, and the share that one gives. */
final class GatewayRoute {

    private static final Map<String, Object> EVERYTHING =
            Map.of("path", Map.of("type", "PathPrefix", "value", "/"));
    private static final Map<String, String> MATCH_TYPES =
            Map.of("exact", "Exact", "prefix", "PathPrefix", "regex", "RegularExpression");

    static Manifest of(Canary canary, int canaryWeight) {
        var service = canary.service();
        var spec = new LinkedHashMap<String, Object>();
        spec.put("parentRefs", Tree.list(service, "gatewayRefs"));
        var hosts = Tree.list(service, "hosts");
        if (!hosts.isEmpty()) {
            spec.put("hostnames", hosts);
        }
        var rule = new LinkedHashMap<String, Object>();
        rule.put("matches", matches(service));
        rule.put(
                "backendRefs",
                List.of(
                        backend(canary.primaryService().name(), canary, Stage.ALL - canaryWeight),
                        backend(canary.canaryService().name(), canary, canaryWeight)));
        timeouts(service).ifPresent(timeouts -> rule.put("timeouts", timeouts));
        spec.put("rules", List.of(rule));
        return Generated.object(
                canary.route(),
                Map.of(),
                Map.of(Generated.CANARY, canary.name()),
                Map.of("spec", spec));
    }

    /** The canary's share as it is written there; empty if it gives none. */
    static Optional<Integer> weightIn(LiveObject route, Canary canary) {
        return Tree.list(route.content(), "spec", "rules").stream()
                .flatMap(rule -> Tree.list(rule, "backendRefs").stream())
                .filter(backend -> Tree.text(backend, "name").equals(canary.canaryService().name()))
                .map(backend -> (int) Tree.number(backend, "weight").orElse(1))
                .findFirst();
    }

    /** What a gateway has against the route as it is now; empty if none has said so. */
    static Optional<String> refusalOf(LiveObject route) {
        var generation = Tree.number(route.content(), "metadata", "generation").orElse(0);
        return Tree.list(route.content(), "status", "parents").stream()
                .flatMap(parent -> Tree.list(parent, "conditions").stream())
                .filter(condition -> Tree.text(condition, "type").equals("Accepted"))
                .filter(condition -> Tree.text(condition, "status").equals("False"))
                .filter(
                        condition ->
                                Tree.number(condition, "observedGeneration").orElse(0)
                                        >= generation)
                .map(condition -> Tree.text(condition, "message"))
                .findFirst();
    }

    private static Map<String, Object> backend(String name, Canary canary, int weight) {
        return Map.of("name", name, "port", canary.port(), "weight", weight);
    }

    private static Optional<Map<String, Object>> timeouts(Map<String, Object> service) {
        var timeouts = new LinkedHashMap<String, Object>();
        Tree.at(service, "timeout").ifPresent(it -> timeouts.put("request", it));
        Tree.at(service, "backendTimeout").ifPresent(it -> timeouts.put("backendRequest", it));
        return timeouts.isEmpty() ? Optional.empty() : Optional.of(timeouts);
    }

    private static List<Object> matches(Map<String, Object> service) {
        var declared = Tree.list(service, "match");
        return declared.isEmpty()
                ? List.of(EVERYTHING)
                : declared.stream().map(GatewayRoute::match).toList();
    }

    /** Canaries write matches as Istio does. */
    private static Object match(Object declared) {
        var match = new LinkedHashMap<String, Object>();
        var uri = Tree.map(declared, "uri");
        match.put("path", uri.isEmpty() ? Tree.map(EVERYTHING, "path") : typed(uri));
        var method = Tree.text(declared, "method", "exact");
        if (!method.isEmpty()) {
            match.put("method", method);
        }
        var headers = named(Tree.map(declared, "headers"));
        if (!headers.isEmpty()) {
            match.put("headers", headers);
        }
        var parameters = named(Tree.map(declared, "queryParams"));
        if (!parameters.isEmpty()) {
            match.put("queryParams", parameters);
        }
        return match;
    }

    private static Map<String, Object> typed(Map<String, Object> condition) {
        var kind = condition.keySet().iterator().next();
        return Map.of(
                "type", MATCH_TYPES.getOrDefault(kind, "Exact"),
                "value", Tree.text(condition, kind));
    }

    /** Headers have no prefixes in a route: a pattern says the same. */
    private static List<Object> named(Map<String, Object> conditions) {
        var all = new ArrayList<Object>();
        conditions.forEach(
                (name, condition) -> {
                    var prefix = Tree.text(condition, "prefix");
                    var typed =
                            new LinkedHashMap<>(
                                    prefix.isEmpty()
                                            ? typed(Tree.map(condition))
                                            : typed(Map.of("regex", prefix + ".*")));
                    typed.put("name", name);
                    all.add(typed);
                });
        return all;
    }

    private GatewayRoute() {}
}
