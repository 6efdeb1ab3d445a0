package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.cluster.DeleteOptions.Propagation;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.operation.FluxMarks;
import io.dabbawala.reconciler.operation.ObjectOptions;
import java.util.Map;

/** What may be pruned, how, and whether last. */
public final class PruneRules {

    /** An object that left Git: pruned, or kept with the reason. */
    static SyncStep stepFor(LiveObject live, SyncPolicy policy) {
        if (!policy.prune()) {
            return new SyncStep.Keep(live, "ignored (requires pruning)");
        }
        if (FluxMarks.isKept(live.content())) {
            return new SyncStep.Keep(live, "ignored (prune disabled)");
        }
        return switch (ObjectOptions.of(live.content(), policy).value("Prune").orElse("")) {
            case "false" -> new SyncStep.Keep(live, "ignored (no prune)");
            default -> new SyncStep.Prune(live);
        };
    }

    /** How objects are deleted when they are pruned, or when the application goes. */
    public static Propagation propagation(DesiredState state) {
        return switch (state.deletion()) {
            case NONE, ORPHAN -> propagation(state.syncPolicy());
            case BACKGROUND -> Propagation.BACKGROUND;
            case FOREGROUND -> Propagation.FOREGROUND;
        };
    }

    private static Propagation propagation(SyncPolicy policy) {
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
