package io.dabbawala.reconciler.preview;

import io.dabbawala.reconciler.diff.Comparison;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.plan.CompareOptions;
import io.dabbawala.reconciler.preview.DiffLine.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Says what differs between manifests and a cluster's objects, without asking a cluster. */
public final class DiffPreview {

    private final PreviewedApplication application;
    private final Comparison comparison;

    private DiffPreview(PreviewedApplication application, Comparison comparison) {
        this.application = application;
        this.comparison = comparison;
    }

    /**
     * @param note is told of expressions that remove nothing because they fail
     * @throws IllegalArgumentException if an expression cannot be read
     */
    public static DiffPreview of(
            PreviewedApplication application,
            boolean ignoresAggregatedRoles,
            Consumer<String> note) {
        return new DiffPreview(
                application,
                new Comparison(
                        application.ignored(note),
                        application.notCompared(ignoresAggregatedRoles),
                        application.settings().knownFields()));
    }

    /**
     * One line for each pair: what is declared in its order, then what is only live.
     *
     * @param predicted what the API server answered to a dry run; where it did, that is compared
     * @throws IllegalArgumentException if a document has no kind, its names are no texts, or two
     *     are about one object
     */
    public List<DiffLine> of(
            List<Map<String, Object>> desired,
            List<Map<String, Object>> live,
            List<Map<String, Object>> predicted) {
        var namespace = application.namespace();
        var declared = DiffSide.of("desired", namespace, desired);
        var there = DiffSide.of("live", namespace, live);
        var answers = DiffSide.of("predicted", namespace, predicted);
        var lines = new ArrayList<DiffLine>();
        var matched = new HashSet<ObjectRef>();
        declared.objects()
                .forEach(
                        (ref, content) -> {
                            var manifest = new Manifest(ref, content);
                            var object = there.match(ref).filter(matched::add);
                            lines.add(
                                    object.map(one -> live(one, there))
                                            .map(one -> line(manifest, one, answers))
                                            .orElseGet(() -> missing(manifest)));
                        });
        there.objects().keySet().stream()
                .filter(ref -> !matched.contains(ref))
                .forEach(ref -> lines.add(left(live(ref, there))));
        return lines;
    }

    private DiffLine missing(Manifest manifest) {
        return DiffLine.of(manifest.ref(), isNotCompared(manifest) ? Change.NONE : Change.CREATE);
    }

    private DiffLine line(Manifest declared, LiveObject live, DiffSide answers) {
        var manifest = new Manifest(live.ref(), declared.content());
        if (isNotCompared(declared) || application.whyLeftAlone(manifest, live).isPresent()) {
            return DiffLine.of(live.ref(), Change.NONE);
        }
        var options = CompareOptions.of(manifest, application.spec());
        return DiffLine.of(
                live.ref(),
                answers.match(live.ref())
                        .map(ref -> live(ref, answers))
                        .map(then -> comparison.predicted(then, live, options.includesWebhooks()))
                        .orElseGet(
                                () ->
                                        comparison.of(
                                                manifest,
                                                application.seen(manifest, live),
                                                application.tracking().elsewhere(live, Set.of()))));
    }

    private DiffLine left(LiveObject live) {
        var isOurs =
                application
                        .tracking()
                        .applicationOf(live)
                        .filter(_ -> application.owns(live))
                        .filter(_ -> !CompareOptions.ignoresExtraneous(live))
                        .filter(_ -> application.hooks().isPlain(live.content()))
                        .filter(_ -> !FluxMarks.isKept(live.content()))
                        .isPresent();
        return DiffLine.of(live.ref(), isOurs ? Change.PRUNE : Change.NONE);
    }

    private boolean isNotCompared(Manifest declared) {
        var content = declared.content();
        return !application.hooks().isPlain(content)
                || FluxMarks.isLeftAlone(content)
                || application.whyNotWatched(declared.ref()).isPresent();
    }

    private static LiveObject live(ObjectRef ref, DiffSide side) {
        return new LiveObject(ref, Optional.ofNullable(side.objects().get(ref)).orElse(Map.of()));
    }
}
