package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.health.Conditions.Condition;
import io.dabbawala.reconciler.object.LiveObject;
import java.util.Optional;

/** Unlike Argo CD this looks at the status of the conditions: a resumed job is not complete. */
final class JobHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var conditions = Conditions.of(object);
        var failed = holding(conditions, "Failed");
        if (failed.isPresent()) {
            return Health.degraded(failed.get().message());
        }
        if (conditions.isTrue("Suspended")) {
            return Health.suspended("");
        }
        return holding(conditions, "Complete")
                .map(complete -> Health.healthy(complete.message()))
                .orElseGet(() -> Health.progressing(""));
    }

    /** One without a status says what it says by being there. */
    private static Optional<Condition> holding(Conditions conditions, String type) {
        return conditions.named(type).filter(one -> one.isTrue() || one.status().isEmpty());
    }
}
