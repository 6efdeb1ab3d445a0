package io.dabbawala.bench.figure;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Requests an API server has answered, by verb and kind: {@code PATCH configmaps}. Long-lived
 * watches are left out: they are counted when they end.
 */
public record Requests(Map<String, Long> byVerb) {

    public Requests {
        byVerb = Map.copyOf(byVerb);
    }

    public Requests since(Requests before) {
        var grown = new TreeMap<String, Long>();
        byVerb.forEach(
                (verb, count) -> {
                    long more = count - before.byVerb.getOrDefault(verb, 0L);
                    if (more > 0) {
                        grown.put(verb, more);
                    }
                });
        return new Requests(grown);
    }

    public long total() {
        return byVerb.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return new TreeMap<>(byVerb)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
