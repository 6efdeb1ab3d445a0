package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The label that tells the pods of the two tracks apart. */
record SelectorLabel(String key, String value) {

    private static final List<String> CANDIDATES = List.of("app", "name", "app.kubernetes.io/name");

    /** The first of the usual labels that the workload selects its pods by. */
    static Optional<SelectorLabel> of(Map<String, Object> spec) {
        var labels = Tree.map(spec, "selector", "matchLabels");
        return CANDIDATES.stream()
                .filter(labels::containsKey)
                .findFirst()
                .map(key -> new SelectorLabel(key, Tree.text(labels, key)));
    }

    SelectorLabel primary() {
        return new SelectorLabel(key, value + "-primary");
    }

    Map<String, Object> asMap() {
        return Map.of(key, value);
    }
}
