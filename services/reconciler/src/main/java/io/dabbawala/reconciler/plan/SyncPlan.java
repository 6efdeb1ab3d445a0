package io.dabbawala.reconciler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        List<SyncOrder.Placed> declared,
        List<SyncWave> waves,
        List<SyncStep.Keep> kept,
        String digest) {

    public SyncPlan {
        declared = List.copyOf(declared);
        waves = List.copyOf(waves);
        kept = List.copyOf(kept);
    }

    static SyncPlan of(
            DesiredState state,
            List<SyncOrder.Placed> declared,
            Map<ObjectRef, SyncStep> applies,
            List<SyncStep> left) {
        var kept = only(SyncStep.Keep.class, left);
        var prunes = only(SyncStep.Prune.class, left);
        var byWave = new TreeMap<Integer, List<SyncStep>>();
        int lastWave = declared.stream().mapToInt(SyncOrder.Placed::wave).max().orElse(0);
        var waves = PruneRules.waves(prunes, state.syncPolicy(), lastWave);
        prunes.forEach(prune -> in(waves.get(prune.ref()), byWave).add(prune));
        for (var placed : declared) {
            var step = applies.get(placed.manifest().ref());
            if (step != null) {
                in(placed.wave(), byWave).add(step);
            }
        }
        var inOrder =
                byWave.entrySet().stream()
                        .map(wave -> new SyncWave(wave.getKey(), wave.getValue()))
                        .toList();
        return new SyncPlan(declared, inOrder, kept, PlanDigest.of(state, inOrder));
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

    private static List<SyncStep> in(int wave, Map<Integer, List<SyncStep>> byWave) {
        return byWave.computeIfAbsent(wave, _ -> new ArrayList<>());
    }

    private static <T> List<T> only(Class<T> type, List<SyncStep> steps) {
        return steps.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
