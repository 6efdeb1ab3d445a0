package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.Placed.Item;
import io.dabbawala.reconciler.ownership.ManagedFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one sync will do, in order.
 *
 * @param declared everything that is declared, in order, whether it needs a step or not
 * @param afterFailure hooks that run only if something fails
 * @param kept what left Git and stays
 * @param digest {@code sha256:} over the steps and over what the live objects were, so that the
 *     same edit made twice is two plans
 * @param notes what the application asks for in vain, each beginning with a code
 */
public record SyncPlan(
        List<Placed> declared,
        List<SyncWave> waves,
        List<SyncWave> afterFailure,
        List<SyncStep.Keep> kept,
        String digest,
        List<String> notes) {

    public SyncPlan {
        declared = List.copyOf(declared);
        waves = List.copyOf(waves);
        afterFailure = List.copyOf(afterFailure);
        kept = List.copyOf(kept);
        notes = List.copyOf(notes);
    }

    /**
     * @param inOrder everything that has a place
     * @param steps of those objects that need one; a hook is one
     * @param trigger what its hooks run for; empty if there are none
     */
    static SyncPlan of(
            DesiredState state,
            List<Placed> inOrder,
            Map<ObjectRef, SyncStep> steps,
            String trigger,
            List<String> notes) {
        var declared = inOrder.stream().filter(one -> one.item() instanceof Item.Declared).toList();
        var kept =
                steps.values().stream()
                        .filter(SyncStep.Keep.class::isInstance)
                        .map(SyncStep.Keep.class::cast)
                        .sorted(Comparator.comparing(keep -> keep.ref().toString()))
                        .toList();
        var all = waves(inOrder, steps);
        var waves = all.stream().filter(one -> one.phase() != Phase.SYNC_FAIL).toList();
        var afterFailure = all.stream().filter(one -> one.phase() == Phase.SYNC_FAIL).toList();
        return new SyncPlan(
                declared, waves, afterFailure, kept, PlanDigest.of(state, all, trigger), notes);
    }

    private static List<SyncWave> waves(List<Placed> inOrder, Map<ObjectRef, SyncStep> steps) {
        var byPlace = new LinkedHashMap<Place, List<SyncStep>>();
        for (var placed : inOrder) {
            var step =
                    placed.item() instanceof Item.Hook(var manifest)
                            ? new SyncStep.Hook(placed.phase(), manifest)
                            : steps.get(placed.ref());
            if (step != null && !(step instanceof SyncStep.Keep)) {
                var place = new Place(placed.phase(), placed.wave());
                byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(step);
            }
        }
        return byPlace.entrySet().stream().map(SyncPlan::wave).toList();
    }

    private static SyncWave wave(Map.Entry<Place, List<SyncStep>> place) {
        return new SyncWave(
                place.getKey().phase(), place.getKey().wave(), prunesFirst(place.getValue()));
    }

    private record Place(Phase phase, long wave) {}

    private static List<SyncStep> prunesFirst(List<SyncStep> steps) {
        return steps.stream()
                .sorted(Comparator.comparing(step -> !(step instanceof SyncStep.Prune)))
                .toList();
    }

    /** Nothing to do. */
    public boolean isEmpty() {
        return waves.isEmpty();
    }

    /** All of them, those after a failure too. */
    public Stream<SyncStep> steps() {
        return Stream.concat(waves.stream(), afterFailure.stream())
                .flatMap(wave -> wave.steps().stream());
    }

    /** Those that change the state: hooks are none. */
    public Stream<SyncStep> changes() {
        return steps().filter(step -> !(step instanceof SyncStep.Hook));
    }

    /** Whether everything we have in the cluster would go. */
    public boolean wipesOut() {
        return declared.isEmpty() && !isEmpty();
    }

    /** Whether all of it is what others wrote over what we had applied. */
    public boolean onlyTakesBack() {
        return !isEmpty() && steps().allMatch(SyncPlan::takesBack);
    }

    private static boolean takesBack(SyncStep step) {
        return step instanceof SyncStep.Correct(_, var live, _, var changedBy)
                && changedBy != null
                && ManagedFields.areOurs(live);
    }
}
