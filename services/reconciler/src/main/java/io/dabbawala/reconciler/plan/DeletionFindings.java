package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.hook.HookName;
import io.dabbawala.reconciler.hook.HookRole;
import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.operation.KeptObjects;
import io.dabbawala.reconciler.order.DeletionOrder;
import io.dabbawala.reconciler.order.FluxOrder;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.Placed.Item;
import io.dabbawala.reconciler.order.SyncOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is left of an application that was withdrawn: its hooks before, its objects with the highest
 * wave first, its hooks after.
 */
final class DeletionFindings implements Findings {

    private final DesiredState state;
    private final List<Manifest> declared;
    private final List<Placed> objects;
    private final Map<ObjectRef, SyncStep> steps = new HashMap<>();

    /**
     * @param declared the last manifests, with the hooks
     * @param tracked what is there
     */
    DeletionFindings(DesiredState state, List<Manifest> declared, List<LiveObject> tracked) {
        this.state = state;
        this.declared = List.copyOf(declared);
        var left = tracked.stream().filter(one -> !isOfDeletion(one.content())).toList();
        var placed = left.stream().map(one -> Placed.of(Phase.SYNC, new Item.Left(one))).toList();
        this.objects =
                state.isKustomization() ? FluxOrder.ofDeletion(placed) : DeletionOrder.of(placed);
        left.forEach(
                one ->
                        steps.put(
                                one.ref(),
                                whyKept(one)
                                        .<SyncStep>map(why -> new SyncStep.Keep(one, why))
                                        .orElseGet(() -> new SyncStep.Prune(one))));
    }

    private Optional<String> whyKept(LiveObject live) {
        return state.isKustomization()
                ? FluxMarks.whyKept(live.content())
                : new KeptObjects(state.application(), state.syncPolicy()).why(live);
    }

    @Override
    public SyncPlan withoutHooks() {
        var isOver = steps.values().stream().noneMatch(SyncStep.Prune.class::isInstance);
        return isOver ? SyncPlan.of(state, objects, steps, "", List.of()) : withHooks("");
    }

    @Override
    public SyncPlan withHooks(String trigger) {
        var all =
                Stream.of(hooks(Phase.PRE_DELETE), objects, hooks(Phase.POST_DELETE))
                        .flatMap(List::stream)
                        .toList();
        return SyncPlan.of(state, all, steps, trigger, List.of());
    }

    @Override
    public String refusal() {
        return "";
    }

    @Override
    public boolean reachesMore() {
        return declared.stream().anyMatch(one -> isOfDeletion(one.content()));
    }

    private List<Placed> hooks(Phase phase) {
        var name = new HookName(state.revision(), state.declaredAt());
        var hooks =
                declared.stream()
                        .filter(
                                one ->
                                        state.hooks().of(one.content())
                                                        instanceof HookRole.Hook hook
                                                && hook.phases().contains(phase))
                        .map(one -> one.named(name.of(one.content(), phase)))
                        .map(one -> Placed.of(phase, new Item.Hook(one)))
                        .toList();
        return new SyncOrder(state.destination().namespace(), _ -> false).of(hooks);
    }

    private boolean isOfDeletion(Map<String, Object> content) {
        return state.hooks().of(content) instanceof HookRole.Hook hook
                && hook.phases().stream().anyMatch(Phase::isOfDeletion);
    }
}
