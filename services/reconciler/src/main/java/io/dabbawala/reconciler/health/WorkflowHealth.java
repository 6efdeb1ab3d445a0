package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

final class WorkflowHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var message = Tree.text(object.content(), "status", "message");
        return switch (Tree.text(object.content(), "status", "phase")) {
            case "", "Pending", "Running" -> Health.progressing(message);
            case "Succeeded" -> Health.healthy(message);
            case "Failed", "Error" -> Health.degraded(message);
            default -> Health.unknown(message);
        };
    }
}
