package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.operation.ObjectOptions;
import io.dabbawala.reconciler.plan.DeleteOptions.Propagation;
import java.util.Map;

/** What may be pruned, how, and whether last. */
public final class PruneRules {

    /** An object that left Git: pruned, or kept with the reason. */
    static SyncStep stepFor(LiveObject live, SyncPolicy policy) {
        if (!policy.prune()) {
            return new SyncStep.Keep(live, "ignored (requires pruning)");
        }
        return switch (ObjectOptions.of(live.content(), policy).value("Prune").orElse("")) {
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

    /** Whether it goes after everything else. */
    static boolean isLast(Map<String, Object> content, SyncPolicy policy) {
        return ObjectOptions.of(content, policy).isOnAnywhere("PruneLast");
    }

    private PruneRules() {}
}
