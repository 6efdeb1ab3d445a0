package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.health.Conditions.Condition;
import io.dabbawala.reconciler.plan.LiveObject;

final class CustomResourceDefinitionHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var conditions = Conditions.of(object);
        if (conditions.all().isEmpty()) {
            return Health.progressing("Waiting for the definition to be observed");
        }
        if (conditions.isTrue("Terminating")) {
            return Health.progressing("It is being removed");
        }
        var names = conditions.named("NamesAccepted").filter(Condition::isFalse);
        if (names.isPresent()) {
            return Health.degraded(names.get().message());
        }
        if (conditions.isTrue("NonStructuralSchema")) {
            return Health.degraded("The schema is not structural");
        }
        if (conditions.isTrue("Established")) {
            return Health.healthy();
        }
        return conditions
                        .named("Established")
                        .filter(one -> one.isFalse() && one.reason().equals("Installing"))
                        .isPresent()
                ? Health.progressing("It is being installed")
                : Health.degraded("It is not established");
    }
}
