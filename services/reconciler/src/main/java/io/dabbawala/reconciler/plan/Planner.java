package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.ApplicationSpec;
import io.dabbawala.reconciler.application.ArgoSettings;
import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.KindScopes;
import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.Placed.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at the cluster and says what would have to happen. Changes nothing. */
public final class Planner {

    /** Argo CD's condition ExcludedResourceWarning. */
    private static final String EXCLUDED = "EXCLUDED_RESOURCE_WARNING: ";

    private final Cluster cluster;
    private final KindScopes scopes;
    private final ArgoSettings settings;
    private final Corrections corrections;

    public Planner(Cluster cluster, KindScopes scopes, OwnedFields owned) {
        this(cluster, scopes, owned, ArgoSettings.NONE);
    }

    /**
     * @param settings what holds for every application
     */
    public Planner(Cluster cluster, KindScopes scopes, OwnedFields owned, ArgoSettings settings) {
        this.cluster = cluster;
        this.scopes = scopes;
        this.settings = settings;
        this.corrections = new Corrections(cluster, owned, settings);
    }

    /**
     * What the state needs, its hooks apart.
     *
     * @throws IllegalArgumentException if the manifests or the spec cannot be read
     */
    public SyncPlan plan(DesiredState state) {
        return look(state).withoutHooks();
    }

    /**
     * @throws IllegalArgumentException if the manifests or the spec cannot be read
     */
    public Findings look(DesiredState state) {
        var spec = state.applicationSpec();
        var written = DeclaredObjects.withHooks(state, scopes, settings);
        var declared = settings.watched().among(written);
        if (state.isWithdrawn()) {
            return new DeletionFindings(state, declared, tracked(state).toList());
        }
        var refs = declared.stream().map(Manifest::ref).collect(Collectors.toSet());
        var items = new ArrayList<Placed>();
        var steps = new LinkedHashMap<ObjectRef, SyncStep>();
        var hooks = state.hooks();
        for (var manifest : declared) {
            if (hooks.isPlain(manifest.content()) && !FluxMarks.isLeftAlone(manifest.content())) {
                items.add(Placed.of(Phase.SYNC, new Item.Declared(manifest)));
                stepFor(manifest, state, spec).ifPresent(step -> steps.put(manifest.ref(), step));
            }
        }
        for (var live : left(state, refs)) {
            items.add(Placed.of(Phase.SYNC, new Item.Left(live)));
            steps.put(live.ref(), PruneRules.stepFor(live, state.syncPolicy()));
        }
        namespace(state, spec, refs)
                .ifPresent(
                        step -> {
                            items.add(Placed.of(Phase.PRE_SYNC, new Item.Declared(declared(step))));
                            steps.put(step.ref(), step);
                        });
        return new SyncFindings(
                state, items, steps, declared, shared(state, declared), notes(state, written));
    }

    /** What is asked for in vain. */
    private List<String> notes(DesiredState state, List<Manifest> written) {
        var excluded =
                written.stream()
                        .flatMap(one -> settings.watched().warning(one.ref()).stream())
                        .map(EXCLUDED::concat);
        return Stream.concat(corrections.notes(state.application()).stream(), excluded)
                .limit(Comparisons.MOST_NOTES)
                .toList();
    }

    private Stream<LiveObject> tracked(DesiredState state) {
        return cluster.tracked(state.application()).stream()
                .filter(live -> settings.watched().has(live.ref()));
    }

    /** What is ours and declared no more; what was a hook once is left to itself. */
    private List<LiveObject> left(DesiredState state, Set<ObjectRef> declared) {
        var hooks = state.hooks();
        return tracked(state)
                .filter(live -> !declared.contains(live.ref()) && !live.isTerminating())
                .filter(live -> hooks.isPlain(live.content()))
                .toList();
    }

    /**
     * What belongs to the state, as it is applied; hooks belong to a moment.
     *
     * @throws IllegalArgumentException if the manifests cannot be read
     */
    public List<Manifest> declared(DesiredState state) {
        return settings.watched().among(DeclaredObjects.of(state, scopes, settings));
    }

    /** The application an object belongs to. */
    public Optional<String> applicationOf(LiveObject object) {
        return settings.tracking().applicationOf(object);
    }

    /** Whether another status of its objects can never be another plan for the application. */
    public boolean isBlindToStatus(String application) {
        return corrections.isBlindToStatus(application);
    }

    /** What was just applied is as declared, however the API server writes it. */
    public void applied(Manifest manifest, LiveObject now) {
        corrections.applied(manifest, now);
    }

    /** Whether the API server was asked about this correction already, and would take it. */
    public boolean isAccepted(SyncStep.Correct step) {
        return corrections.isAccepted(step.manifest(), step.live());
    }

    private Optional<SyncStep> stepFor(
            Manifest manifest, DesiredState state, ApplicationSpec spec) {
        var isOthers =
                FluxMarks.isOnlyCreated(manifest.content())
                        && cluster.read(manifest.ref()).isPresent();
        return isOthers
                ? Optional.empty()
                : corrections
                        .stepFor(manifest, state.application(), spec)
                        .filter(step -> spec.kustomization() == null || !isLeftAlone(step));
    }

    /**
     * To Flux a mark counts in the cluster, too: that is how an object is left alone for a while.
     */
    private static boolean isLeftAlone(SyncStep step) {
        return step instanceof SyncStep.Correct correct
                && FluxMarks.isLeftAlone(correct.live().content());
    }

    /** The namespace of the destination, if it is to be created, or to carry something. */
    private Optional<SyncStep> namespace(
            DesiredState state, ApplicationSpec spec, Set<ObjectRef> declared) {
        var name = state.destination().namespace();
        var namespace = ObjectRef.of("v1", "Namespace", "", name);
        if (!state.syncPolicy().has("CreateNamespace=true")
                || name.isEmpty()
                || declared.contains(namespace)) {
            return Optional.empty();
        }
        var metadata = spec.managedNamespaceMetadata();
        if (metadata != null) {
            return corrections.stepFor(
                    Manifest.ofNamespace(name, metadata.labels(), metadata.annotations()),
                    state.application(),
                    spec);
        }
        return cluster.read(namespace).isPresent()
                ? Optional.empty()
                : Optional.of(new SyncStep.Create(Manifest.ofNamespace(name, Map.of(), Map.of())));
    }

    private static Manifest declared(SyncStep step) {
        return switch (step) {
            case SyncStep.Create(var manifest) -> manifest;
            case SyncStep.Correct(var manifest, _, _, _) -> manifest;
            case SyncStep.Hook _, SyncStep.Prune _, SyncStep.Keep _ ->
                    throw new IllegalStateException("not declared: " + step.ref());
        };
    }

    /** What another application has too, where that is a reason to refuse; else empty. */
    private String shared(DesiredState state, List<Manifest> declared) {
        if (!state.syncPolicy().has("FailOnSharedResource=true")) {
            return "";
        }
        return declared.stream()
                .flatMap(manifest -> cluster.read(manifest.ref()).stream())
                .flatMap(live -> shared(live, state.application()).stream())
                .findFirst()
                .orElse("");
    }

    private Optional<String> shared(LiveObject live, String application) {
        return applicationOf(live)
                .filter(owner -> !owner.equals(application))
                .map(
                        owner ->
                                "%s is part of applications %s and %s"
                                        .formatted(live.ref(), application, owner));
    }
}
