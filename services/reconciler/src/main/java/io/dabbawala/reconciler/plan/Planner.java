package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.hook.HookRole;
import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.Placed.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Looks at the cluster and says what would have to happen. Changes nothing. */
public final class Planner {

    private final Cluster cluster;
    private final KindScopes scopes;
    private final OwnedFields owned;
    private final Map<ObjectRef, String> knownAsSame = new ConcurrentHashMap<>();

    public Planner(Cluster cluster, KindScopes scopes, OwnedFields owned) {
        this.cluster = cluster;
        this.scopes = scopes;
        this.owned = owned;
    }

    /**
     * What the state needs, its hooks apart.
     *
     * @throws IllegalArgumentException if the manifests cannot be read
     */
    public SyncPlan plan(DesiredState state) {
        return look(state).withoutHooks();
    }

    /**
     * @throws IllegalArgumentException if the manifests cannot be read
     */
    public Findings look(DesiredState state) {
        var declared = DeclaredObjects.withHooks(state, scopes);
        var refs = declared.stream().map(Manifest::ref).collect(Collectors.toSet());
        var items = new ArrayList<Placed>();
        var steps = new LinkedHashMap<ObjectRef, SyncStep>();
        for (var manifest : declared) {
            if (HookRole.of(manifest.content()) instanceof HookRole.Plain) {
                items.add(Placed.of(Phase.SYNC, new Item.Declared(manifest)));
                step(manifest).ifPresent(step -> steps.put(manifest.ref(), step));
            }
        }
        for (var live : left(state, refs)) {
            items.add(Placed.of(Phase.SYNC, new Item.Left(live)));
            steps.put(live.ref(), PruneRules.stepFor(live, state.syncPolicy()));
        }
        missingNamespace(state, refs)
                .ifPresent(
                        namespace -> {
                            items.add(Placed.of(Phase.PRE_SYNC, new Item.Declared(namespace)));
                            steps.put(namespace.ref(), new SyncStep.Create(namespace));
                        });
        return new Findings(state, items, steps, declared);
    }

    /** What is ours and declared no more; what was a hook once is left to itself. */
    private List<LiveObject> left(DesiredState state, Set<ObjectRef> declared) {
        return cluster.tracked(state.application()).stream()
                .filter(live -> !declared.contains(live.ref()) && !live.isTerminating())
                .filter(live -> HookRole.of(live.content()) instanceof HookRole.Plain)
                .toList();
    }

    /** What was just applied is as declared, however the API server writes it. */
    public void applied(Manifest manifest, LiveObject now) {
        if (!FieldComparison.of(manifest, now, Set.of()).isEmpty()) {
            knownAsSame.put(manifest.ref(), both(manifest, now));
        }
    }

    /** An object is created whole; from then on others may own some of its fields. */
    private Optional<SyncStep> step(Manifest declared) {
        var found = cluster.read(declared.ref());
        if (found.isEmpty()) {
            return Optional.of(new SyncStep.Create(declared));
        }
        var live = found.get();
        var elsewhere = owned.of(declared.ref());
        var manifest = declared.without(elsewhere);
        var changes = FieldComparison.of(manifest, live, elsewhere);
        if (!changes.stream().allMatch(FieldChange::isCertain)) {
            changes = asked(manifest, live, changes);
        }
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        var writer = ManagedFields.writerOf(live, changes).orElse(null);
        return Optional.of(
                new SyncStep.Correct(manifest, live, shown(manifest.ref(), changes), writer));
    }

    /** Only the API server knows whether two spellings mean the same. It is asked once. */
    private List<FieldChange> asked(Manifest manifest, LiveObject live, List<FieldChange> local) {
        var both = both(manifest, live);
        if (both.equals(knownAsSame.get(manifest.ref()))) {
            return List.of();
        }
        return switch (cluster.apply(manifest, ApplyOptions.DRY_RUN)) {
            case ApplyOutcome.Configured(var now) -> remembered(manifest.ref(), both, now, live);
            case ApplyOutcome.Unchanged(var now) -> remembered(manifest.ref(), both, now, live);
            case ApplyOutcome.Created _, ApplyOutcome.Conflicted _, ApplyOutcome.Refused _ ->
                    local; // the apply itself will say so
        };
    }

    private List<FieldChange> remembered(
            ObjectRef ref, String both, LiveObject predicted, LiveObject live) {
        var changes = FieldComparison.predicted(predicted, live);
        if (changes.isEmpty()) {
            knownAsSame.put(ref, both);
        } else {
            knownAsSame.remove(ref);
        }
        return changes;
    }

    private Optional<Manifest> missingNamespace(DesiredState state, Set<ObjectRef> declared) {
        var name = state.destination().namespace();
        var namespace = ObjectRef.of("v1", "Namespace", "", name);
        var isMissing =
                state.syncPolicy().has("CreateNamespace=true")
                        && !name.isEmpty()
                        && !declared.contains(namespace)
                        && cluster.read(namespace).isEmpty();
        return isMissing ? Optional.of(Manifest.ofNamespace(name)) : Optional.empty();
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

    private static List<FieldChange> shown(ObjectRef ref, List<FieldChange> changes) {
        return ref.isOfKind("", "Secret")
                ? changes.stream().map(Planner::withoutSecrets).toList()
                : changes;
    }

    private static FieldChange withoutSecrets(FieldChange change) {
        return change.pointer().startsWith("/metadata/labels") ? change : change.redacted();
    }
}
