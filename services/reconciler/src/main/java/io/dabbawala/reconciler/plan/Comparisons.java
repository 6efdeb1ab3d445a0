package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.ApplicationSpec;
import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.application.IgnoredDifference;
import io.dabbawala.reconciler.diff.Comparison;
import io.dabbawala.reconciler.ignore.IgnoreRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** How each application is compared; what it ignores is read once for each list of it. */
final class Comparisons {

    private static final String CODE = "IGNORE_FAILED: ";

    /** One expression may fail for each of thousands of objects. */
    static final int MOST_NOTES = 10;

    /**
     * @param notes what failed since somebody asked for it
     */
    private record Known(
            List<IgnoredDifference> ignored, Comparison comparison, Set<String> notes) {}

    private final ArgoSettings settings;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * @param settings what holds for every application
     */
    Comparisons(ArgoSettings settings) {
        this.settings = settings;
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
                                        : known(ignored))
                .comparison();
    }

    /** Whether news about a status can make no difference in what was compared last. */
    boolean isBlindToStatus(String application) {
        var one = known.get(application);
        return one != null && one.comparison().isBlindToStatus();
    }

    /** What failed since the last time somebody asked, each with its code. */
    List<String> notes(String application) {
        var one = known.get(application);
        if (one == null || one.notes().isEmpty()) {
            return List.of();
        }
        var notes = one.notes().stream().limit(MOST_NOTES).map(CODE::concat).toList();
        one.notes().clear();
        return notes;
    }

    private Known known(List<IgnoredDifference> ignored) {
        var notes = new ConcurrentSkipListSet<String>();
        var all = Stream.concat(settings.ignoreDifferences().stream(), ignored.stream());
        return new Known(
                ignored,
                new Comparison(
                        IgnoreRules.of(all.toList(), notes::add),
                        settings.notCompared(),
                        settings.knownFields()),
                notes);
    }
}
