package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.hook.HookRole;
import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.Placed.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Looks at the cluster and says what would have to happen. Changes nothing. */
public final class Planner {

    private final Cluster cluster;
    private final KindScopes scopes;
    private final Corrections corrections;

    public Planner(Cluster cluster, KindScopes scopes, OwnedFields owned) {
        this(cluster, scopes, owned, _ -> {});
    }

    /**
     * @param note is told of what an application asks for in vain
     */
    public Planner(Cluster cluster, KindScopes scopes, OwnedFields owned, Consumer<String> note) {
        this.cluster = cluster;
        this.scopes = scopes;
        this.corrections = new Corrections(cluster, owned, note);
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
        var declared = DeclaredObjects.withHooks(state, scopes);
        var refs = declared.stream().map(Manifest::ref).collect(Collectors.toSet());
        var items = new ArrayList<Placed>();
        var steps = new LinkedHashMap<ObjectRef, SyncStep>();
        for (var manifest : declared) {
            if (HookRole.of(manifest.content()) instanceof HookRole.Plain) {
                items.add(Placed.of(Phase.SYNC, new Item.Declared(manifest)));
                corrections
                        .stepFor(manifest, state.application(), spec)
                        .ifPresent(step -> steps.put(manifest.ref(), step));
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
        corrections.applied(manifest, now);
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
}
