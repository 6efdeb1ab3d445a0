package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.ApplicationSpec;
import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.diff.Comparison;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.ownership.Adoption;
import io.dabbawala.reconciler.ownership.ManagedFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says what has to happen to one declared object. */
final class Corrections {

    private final Cluster cluster;
    private final OwnedFields owned;
    private final Comparisons comparisons;
    private final Tracking tracking;
    private final Settled settled = new Settled();
    private final Map<ObjectRef, String> knownAsSame = new ConcurrentHashMap<>();
    private final Map<ObjectRef, Prediction> predicted = new ConcurrentHashMap<>();

    /** What the API server would make of a manifest and the live object. */
    private record Prediction(String both, LiveObject now) {}

    Corrections(Cluster cluster, OwnedFields owned, ArgoSettings settings) {
        this.cluster = cluster;
        this.owned = owned;
        this.comparisons = new Comparisons(settings);
        this.tracking = settings.tracking();
    }

    /** What was asked for in vain while the application was looked at. */
    List<String> notes(String application) {
        return comparisons.notes(application);
    }

    boolean isBlindToStatus(String application) {
        return comparisons.isBlindToStatus(application);
    }

    /** What was just applied is as declared, however the API server writes it. */
    void applied(Manifest manifest, LiveObject now) {
        predicted.remove(manifest.ref());
        if (!Comparison.PLAIN.of(manifest, now, Set.of()).isEmpty()) {
            knownAsSame.put(manifest.ref(), both(manifest, now));
        }
    }

    /**
     * An object is created whole; from then on others may own some of its fields. Empty if there is
     * nothing to do.
     *
     * @throws IllegalArgumentException if what the application ignores cannot be read
     */
    Optional<SyncStep> stepFor(Manifest declared, String application, ApplicationSpec spec) {
        var found = cluster.read(declared.ref());
        if (found.isEmpty()) {
            return Optional.of(new SyncStep.Create(declared));
        }
        var live = found.get();
        var comparison = comparisons.of(application, spec);
        var elsewhere = tracking.elsewhere(live, owned.of(declared.ref()));
        var own = declared.without(owned.of(declared.ref()));
        var manifest =
                spec.syncPolicy().has("RespectIgnoreDifferences=true")
                        ? comparison.respecting(own, live)
                        : own;
        var options = CompareOptions.of(manifest, spec);
        var look = new Settled.Look(manifest, live, comparison, options, elsewhere);
        if (settled.still(look)) {
            return Optional.empty();
        }
        var adoption = Adoption.of(spec.isMarked(FluxMarks::isMerged, manifest, live));
        var changes = comparison.of(manifest, adoption.seen(live), elsewhere);
        if (needsAnswer(options, changes) && !adoption.isDue(live)) {
            changes =
                    asked(manifest, live)
                            .map(now -> comparison.predicted(now, live, options.includesWebhooks()))
                            .orElse(changes);
            remember(manifest, live, changes.isEmpty());
        }
        if (changes.isEmpty()) {
            settled.found(look);
            return Optional.empty();
        }
        settled.forget(live.ref());
        var writer = ManagedFields.writerOf(live, changes).orElse(null);
        return Optional.of(new SyncStep.Correct(manifest, live, changes, writer));
    }

    private static boolean needsAnswer(CompareOptions options, List<FieldChange> changes) {
        return options.isServerSide() || !changes.stream().allMatch(FieldChange::isCertain);
    }

    /**
     * Only the API server knows whether two spellings mean the same. It is asked once: what is
     * known as the same is what is live. Empty if it does not say; the apply itself will tell why.
     */
    private Optional<LiveObject> asked(Manifest manifest, LiveObject live) {
        var both = both(manifest, live);
        if (both.equals(knownAsSame.get(manifest.ref()))) {
            return Optional.of(live);
        }
        var known = predicted.get(manifest.ref());
        if (known != null && known.both().equals(both)) {
            return Optional.of(known.now());
        }
        return switch (cluster.apply(manifest, ApplyOptions.DRY_RUN)) {
            case ApplyOutcome.Configured(var now) -> kept(manifest, both, now);
            case ApplyOutcome.Unchanged(var now) -> kept(manifest, both, now);
            case ApplyOutcome.Created _, ApplyOutcome.Conflicted _, ApplyOutcome.Refused _ ->
                    Optional.empty();
        };
    }

    /** As long as it is not applied: between the question to the gate and its answer. */
    private Optional<LiveObject> kept(Manifest manifest, String both, LiveObject now) {
        predicted.put(manifest.ref(), new Prediction(both, now));
        return Optional.of(now);
    }

    /** Whether the API server has said that it would take this correction. */
    boolean isAccepted(Manifest manifest, LiveObject live) {
        var known = predicted.get(manifest.ref());
        return known != null && known.both().equals(both(manifest, live));
    }

    private void remember(Manifest manifest, LiveObject live, boolean isSame) {
        if (isSame) {
            predicted.remove(manifest.ref());
            knownAsSame.put(manifest.ref(), both(manifest, live));
        } else {
            knownAsSame.remove(manifest.ref());
        }
    }

    private static String both(Manifest manifest, LiveObject live) {
        return Json.digest(Json.write(manifest.content()) + essence(live));
    }

    private static String essence(LiveObject live) {
        var content = new LinkedHashMap<>(live.content());
        content.remove("status");
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.keySet().removeAll(List.of("managedFields", "resourceVersion", "generation"));
        content.put("metadata", metadata);
        return Json.write(content);
    }
}
