package io.dabbawala.local.traffic;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an HTTPRoute divides requests: backend name to weight. */
public record RouteWeights(Map<String, Integer> weights) {

    /** What the Gateway API means by no weight. */
    private static final int DEFAULT_WEIGHT = 1;

    public RouteWeights {
        weights = Map.copyOf(weights);
    }

    public static RouteWeights of(@Nullable GenericKubernetesResource route) {
        var weights = new TreeMap<String, Integer>();
        if (route != null && route.get("spec", "rules") instanceof List<?> rules) {
            rules.forEach(rule -> addBackends((Map<?, ?>) rule, weights));
        }
        return new RouteWeights(weights);
    }

    public int to(String backend) {
        return weights.getOrDefault(backend, 0);
    }

    /** The part of the requests that goes to the first of the two, 0 to 1. */
    double share(String backend, String other) {
        double all = to(backend) + to(other);
        return all == 0 ? 0 : to(backend) / all;
    }

    private static void addBackends(Map<?, ?> rule, Map<String, Integer> weights) {
        if (rule.get("backendRefs") instanceof List<?> backends) {
            for (var each : backends) {
                var backend = (Map<?, ?>) each;
                var weight =
                        backend.get("weight") instanceof Number number
                                ? number.intValue()
                                : DEFAULT_WEIGHT;
                weights.put(String.valueOf(backend.get("name")), weight);
            }
        }
    }
}
