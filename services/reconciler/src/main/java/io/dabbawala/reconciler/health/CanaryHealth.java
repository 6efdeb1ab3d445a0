package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Tree;

final class CanaryHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var phase = Tree.text(object.content(), "status", "phase");
        return switch (phase) {
            case "Failed" -> Health.degraded(phase);
            case "Progressing", "Finalising", "Promoting" -> Health.progressing(phase);
            case "Succeeded", "Initialized" -> Health.healthy(phase);
            default -> Health.unknown(phase);
        };
    }
}
