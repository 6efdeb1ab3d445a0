package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.order.Placed.Item;
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
 * @param kept what left Git and stays
 * @param digest {@code sha256:} over the steps and over what the live objects were, so that the
 *     same edit made twice is two plans
 */
public record SyncPlan(
        List<Placed> declared, List<SyncWave> waves, List<SyncStep.Keep> kept, String digest) {

    public SyncPlan {
        declared = List.copyOf(declared);
        waves = List.copyOf(waves);
        kept = List.copyOf(kept);
    }

    /**
     * @param inOrder everything that has a place
     * @param steps of those that need one
     */
    static SyncPlan of(DesiredState state, List<Placed> inOrder, Map<ObjectRef, SyncStep> steps) {
        var declared = inOrder.stream().filter(one -> one.item() instanceof Item.Declared).toList();
        var kept =
                steps.values().stream()
                        .filter(SyncStep.Keep.class::isInstance)
                        .map(SyncStep.Keep.class::cast)
                        .toList();
        var waves = waves(inOrder, steps);
        return new SyncPlan(declared, waves, kept, PlanDigest.of(state, waves));
    }

    private static List<SyncWave> waves(List<Placed> inOrder, Map<ObjectRef, SyncStep> steps) {
        var waves = new ArrayList<SyncWave>();
        var byPlace = new LinkedHashMap<Place, List<SyncStep>>();
        for (var placed : inOrder) {
            var step = steps.get(placed.ref());
            if (step != null && !(step instanceof SyncStep.Keep)) {
                var place = new Place(placed.phase(), placed.wave());
                byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(step);
            }
        }
        byPlace.forEach(
                (place, all) ->
                        waves.add(new SyncWave(place.phase(), place.wave(), prunesFirst(all))));
        return waves;
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

    public Stream<SyncStep> steps() {
        return waves.stream().flatMap(wave -> wave.steps().stream());
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
                && !ManagedFields.ours(live).isEmpty();
    }
}
