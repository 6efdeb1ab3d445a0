package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

final class PersistentVolumeClaimHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        return switch (Tree.text(object.content(), "status", "phase")) {
            case "Lost" -> Health.degraded("");
            case "Pending" -> Health.progressing("");
            case "Bound" -> Health.healthy();
            default -> Health.unknown("");
        };
    }
}
