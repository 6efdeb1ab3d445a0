package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.plan.DeleteOptions.Propagation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What may be pruned, how, and when. */
public final class PruneRules {

    private static final String OPTIONS = "argocd.argoproj.io/sync-options";

    /** An object that left Git: pruned, or kept with the reason. */
    static SyncStep stepFor(LiveObject live, SyncPolicy policy) {
        if (!policy.prune()) {
            return new SyncStep.Keep(live, "ignored (requires pruning)");
        }
        return switch (option("Prune", live, policy)) {
            case "false" -> new SyncStep.Keep(live, "ignored (no prune)");
            case "confirm" -> new SyncStep.Keep(live, "ignored (prune needs a confirmation)");
            default -> new SyncStep.Prune(live);
        };
    }

    public static Propagation propagation(SyncPolicy policy) {
        return switch (policy.option("PrunePropagationPolicy").orElse("foreground")) {
            case "background" -> Propagation.BACKGROUND;
            case "orphan" -> Propagation.ORPHAN;
            default -> Propagation.FOREGROUND;
        };
    }

    /**
     * The wave of each prune: first and last are swapped, second and second-last, and so on.
     *
     * @param lastWave of everything that is applied
     */
    static Map<ObjectRef, Integer> waves(
            List<SyncStep.Prune> prunes, SyncPolicy policy, int lastWave) {
        var own = new HashMap<ObjectRef, Integer>();
        prunes.forEach(prune -> own.put(prune.ref(), SyncOrder.waveOf(prune.live().content())));
        var distinct = List.copyOf(new TreeSet<>(own.values()));
        int last = Math.max(0, Math.max(lastWave, distinct.isEmpty() ? 0 : distinct.getLast())) + 1;
        return prunes.stream()
                .collect(
                        Collectors.toMap(
                                SyncStep.Prune::ref,
                                prune ->
                                        option("PruneLast", prune.live(), policy).equals("true")
                                                ? last
                                                : mirrored(own.get(prune.ref()), distinct)));
    }

    private static int mirrored(int wave, List<Integer> distinct) {
        return distinct.get(distinct.size() - 1 - distinct.indexOf(wave));
    }

    /** The object's own word wins over the application's. */
    private static String option(String name, LiveObject live, SyncPolicy policy) {
        var own =
                Arrays.stream(live.annotation(OPTIONS).split(","))
                        .map(String::strip)
                        .collect(Collectors.toSet());
        return new SyncPolicy(false, false, false, false, Set.copyOf(own))
                .option(name)
                .or(() -> policy.option(name))
                .orElse("");
    }

    private PruneRules() {}
}
