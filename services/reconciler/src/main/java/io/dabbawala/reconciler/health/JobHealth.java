package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.plan.LiveObject;

/** Unlike Argo CD this looks at the status of the conditions: a resumed job is not complete. */
final class JobHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var conditions = Conditions.of(object);
        if (conditions.isTrue("Failed")) {
            return Health.degraded(
                    conditions.named("Failed").map(Conditions.Condition::message).orElse(""));
        }
        if (conditions.isTrue("Suspended")) {
            return Health.suspended(
                    conditions.named("Suspended").map(Conditions.Condition::message).orElse(""));
        }
        return conditions.isTrue("Complete")
                ? Health.healthy(
                        conditions.named("Complete").map(Conditions.Condition::message).orElse(""))
                : Health.progressing("");
    }
}
