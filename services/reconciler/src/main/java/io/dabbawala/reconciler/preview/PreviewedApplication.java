package io.dabbawala.reconciler.preview;

import io.dabbawala.reconciler.application.ApplicationSpec;
import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.application.Deletion;
import io.dabbawala.reconciler.application.Destination;
import io.dabbawala.reconciler.application.SpecField;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.Clusters;
import io.dabbawala.reconciler.diff.NotCompared;
import io.dabbawala.reconciler.hook.HookReading;
import io.dabbawala.reconciler.ignore.IgnoreRules;
import io.dabbawala.reconciler.ignore.WatchedKinds;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.operation.Approval;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.operation.Operation;
import io.dabbawala.reconciler.ownership.Adoption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The Application, or the Flux Kustomization, a preview is about.
 *
 * @param key {@code namespace/name}; empty: none was named, and everything live belongs to it
 * @param finalizers what is done before it may go
 * @param settings what an Argo CD says of all its applications
 */
public record PreviewedApplication(
        String key,
        ApplicationSpec spec,
        List<String> finalizers,
        Approval approval,
        ArgoSettings settings) {

    private static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

    /** Nobody said which kinds matter. */
    private static final ArgoSettings UNSAID = ArgoSettings.UNSAID.watching(WatchedKinds.ALL);

    /** No application was named. */
    public static final PreviewedApplication NONE =
            new PreviewedApplication(
                    "",
                    ApplicationSpec.of(
                            "default",
                            new Destination("", "", ""),
                            new SyncPolicy(false, false, false, false, Set.of())),
                    List.of(FINALIZER),
                    Approval.NONE,
                    UNSAID);

    public PreviewedApplication {
        finalizers = List.copyOf(finalizers);
    }

    /**
     * @param tree an Application; without a namespace it is in {@code argocd}
     * @throws IllegalArgumentException if a field has a wrong type; it is named
     */
    public static PreviewedApplication of(Map<String, Object> tree) {
        var application = new SpecField("application", tree);
        var metadata = application.at("metadata");
        return new PreviewedApplication(
                key(metadata.at("namespace").text("argocd"), metadata.at("name").text()),
                ApplicationSpec.of(spec(application)),
                metadata.at("finalizers").texts(),
                Approval.of(metadata.at("annotations").object()),
                UNSAID);
    }

    /**
     * @param key empty if it has no name
     * @param spec of a Kustomization, in the words of an application, as JSON, with what becomes of
     *     its objects once it is deleted
     * @throws IllegalArgumentException if a field has a wrong type; it is named
     */
    public static PreviewedApplication ofKustomization(String key, String spec) {
        return new PreviewedApplication(
                key, ApplicationSpec.parse(spec), List.of(), Approval.NONE, UNSAID);
    }

    /** The same one where these settings hold. */
    public PreviewedApplication under(ArgoSettings others) {
        return new PreviewedApplication(
                key, spec, finalizers, approval, others.of(Set.of(address(spec.destination()))));
    }

    /** A destination that names nothing, or its own cluster, is the local one. */
    private static String address(Destination destination) {
        var isLocal = destination.name().isEmpty() || destination.name().equals("in-cluster");
        return isLocal && destination.server().isEmpty() ? Clusters.LOCAL : destination.server();
    }

    private static String key(String namespace, String name) {
        return name.isEmpty() ? "" : namespace + "/" + name;
    }

    private static Map<String, Object> spec(SpecField application) {
        var spec = new LinkedHashMap<>(application.at("spec").object());
        spec.put("annotations", application.at("metadata").at("annotations").object());
        return spec;
    }

    /** Whether it is applied and pruned as Flux does. */
    boolean isKustomization() {
        return spec.kustomization() != null;
    }

    /** Whose annotations make its objects hooks. */
    HookReading hooks() {
        return isKustomization() ? HookReading.FLUX : HookReading.ARGO;
    }

    String namespace() {
        return spec.destination().namespace();
    }

    Tracking tracking() {
        return settings.tracking();
    }

    /** What is compared in no application. */
    NotCompared notCompared(boolean withoutAggregatedRules) {
        var said = settings.notCompared();
        return new NotCompared(said.aggregatedRules() || withoutAggregatedRules, said.status());
    }

    /** What is not compared, in all applications and in this one. */
    IgnoreRules ignored(Consumer<String> note) {
        var all =
                Stream.concat(
                        settings.ignoreDifferences().stream(), spec.ignoreDifferences().stream());
        return IgnoreRules.of(all.toList(), note);
    }

    /** Why a declared object is not looked at; empty if it is. */
    Optional<String> whyNotWatched(ObjectRef ref) {
        return settings.watched().warning(ref).map("ExcludedResourceWarning: "::concat);
    }

    boolean owns(LiveObject live) {
        if (!settings.watched().has(live.ref())) {
            return false;
        }
        return key.isEmpty() || tracking().applicationOf(live).equals(Optional.of(key));
    }

    /** Why an object that is there is not corrected, as its marks for Flux say; empty if it is. */
    Optional<String> whyLeftAlone(Manifest manifest, LiveObject live) {
        if (FluxMarks.isOnlyCreated(manifest.content())) {
            return Optional.of("ignored (ssa: IfNotPresent)");
        }
        return FluxMarks.whyLeftAlone(manifest.content())
                .or(() -> FluxMarks.whyLeftAlone(live.content()).filter(_ -> isKustomization()));
    }

    /** What of an object that is there is compared with what is declared. */
    LiveObject seen(Manifest manifest, LiveObject live) {
        return Adoption.of(spec.isMarked(FluxMarks::isMerged, manifest, live)).seen(live);
    }

    /** Another application that tracks this object. */
    Optional<String> otherOwner(LiveObject live) {
        return tracking()
                .applicationOf(live)
                .filter(_ -> settings.watched().has(live.ref()))
                .filter(owner -> !key.isEmpty() && !owner.equals(key));
    }

    boolean deletesItsObjects() {
        return isKustomization()
                ? spec.deletion() == Deletion.BACKGROUND
                : finalizers.stream().anyMatch(one -> one.startsWith(FINALIZER));
    }

    /** The options that count for this operation. A Kustomization says itself whether it prunes. */
    SyncPolicy policy(Operation operation) {
        var own = spec.syncPolicy();
        var options = operation.options();
        return new SyncPolicy(
                own.automated(),
                isKustomization() ? own.prune() : operation.prune(),
                own.selfHeal(),
                own.allowEmpty(),
                options == null ? own.options() : new HashSet<>(options));
    }
}
