package io.dabbawala.reconciler.plan;

import static java.util.stream.Collectors.toMap;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.hook.HookName;
import io.dabbawala.reconciler.hook.HookRole;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.order.FluxOrder;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.Placed.Item;
import io.dabbawala.reconciler.order.SyncOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a declared application needs. */
final class SyncFindings implements Findings {

    private final DesiredState state;
    private final List<Placed> items;
    private final Map<ObjectRef, SyncStep> steps;
    private final List<Manifest> hooks;
    private final String refusal;
    private final List<String> notes;

    /**
     * @param steps of the objects that need one
     * @param hooks declared hooks of any phase
     * @param notes what is asked for in vain
     */
    SyncFindings(
            DesiredState state,
            List<Placed> items,
            Map<ObjectRef, SyncStep> steps,
            List<Manifest> hooks,
            String refusal,
            List<String> notes) {
        this.state = state;
        this.items = List.copyOf(items);
        this.steps = Map.copyOf(steps);
        this.hooks = List.copyOf(hooks);
        this.refusal = refusal;
        this.notes = List.copyOf(notes);
    }

    @Override
    public String refusal() {
        return refusal;
    }

    @Override
    public SyncPlan withoutHooks() {
        var needed =
                isDifferent() ? steps : steps.keySet().stream().collect(toMap(r -> r, this::kept));
        return SyncPlan.of(state, inOrder(items), needed, "", notes);
    }

    private boolean isDifferent() {
        return steps.values().stream()
                .anyMatch(step -> !(step instanceof SyncStep.Keep) && !isExtraneous(step));
    }

    /** An extra object that says so is no difference: it goes when something else is done. */
    private static boolean isExtraneous(SyncStep step) {
        return step instanceof SyncStep.Prune(var live) && CompareOptions.ignoresExtraneous(live);
    }

    private SyncStep kept(ObjectRef ref) {
        var step = steps.get(ref);
        return step instanceof SyncStep.Prune(var live)
                ? new SyncStep.Keep(live, "ignored (extraneous)")
                : step;
    }

    @Override
    public SyncPlan withHooks(String trigger) {
        var all = new ArrayList<>(items);
        hooks.stream().flatMap(this::places).forEach(all::add);
        return SyncPlan.of(state, inOrder(all), steps, trigger, notes);
    }

    @Override
    public boolean reachesMore() {
        return steps.values().stream().anyMatch(SyncFindings::isExtraneous)
                || hooks.stream().flatMap(this::places).findAny().isPresent();
    }

    private Stream<Placed> places(Manifest hook) {
        if (!(state.hooks().of(hook.content()) instanceof HookRole.Hook role)) {
            return Stream.empty();
        }
        var name = new HookName(state.revision(), state.declaredAt());
        return role.ofSync()
                .map(
                        phase ->
                                Placed.of(
                                        phase,
                                        new Item.Hook(hook.named(name.of(hook.content(), phase)))));
    }

    private List<Placed> inOrder(List<Placed> all) {
        return state.isKustomization()
                ? FluxOrder.of(all)
                : new SyncOrder(
                                state.destination().namespace(),
                                left -> PruneRules.isLast(left.content(), state.syncPolicy()))
                        .of(all);
    }
}
