package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.diff.Comparison;
import io.dabbawala.reconciler.ignore.IgnoreRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** How each application is compared; what it ignores is read once for each list of it. */
final class Comparisons {

    private record Known(List<IgnoredDifference> ignored, Comparison comparison) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Consumer<String> note;

    Comparisons(Consumer<String> note) {
        this.note = note;
    }

    /**
     * @throws IllegalArgumentException if an expression cannot be read
     */
    Comparison of(String application, ApplicationSpec spec) {
        var ignored = spec.ignoreDifferences();
        return known.compute(
                        application,
                        (_, last) ->
                                last != null && last.ignored().equals(ignored)
                                        ? last
                                        : new Known(ignored, comparison(ignored)))
                .comparison();
    }

    private Comparison comparison(List<IgnoredDifference> ignored) {
        return ignored.isEmpty()
                ? Comparison.PLAIN
                : new Comparison(IgnoreRules.of(ignored, note), true);
    }
}
