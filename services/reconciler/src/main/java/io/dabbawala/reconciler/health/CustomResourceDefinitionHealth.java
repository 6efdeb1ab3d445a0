package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.health.Conditions.Condition;
import io.dabbawala.reconciler.object.LiveObject;

final class CustomResourceDefinitionHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        var conditions = Conditions.of(object);
        if (conditions.all().isEmpty()) {
            return Health.progressing("Status conditions not found");
        }
        var ending = conditions.named("Terminating").filter(Condition::isTrue);
        if (ending.isPresent()) {
            return Health.progressing("CRD is terminating: " + ending.get().message());
        }
        var names = conditions.named("NamesAccepted").filter(Condition::isFalse);
        if (names.isPresent()) {
            return Health.degraded("CRD names have not been accepted: " + names.get().message());
        }
        var schema = conditions.named("NonStructuralSchema").filter(Condition::isTrue);
        if (schema.isPresent()) {
            return Health.degraded("Schema violations found: " + schema.get().message());
        }
        return ofEstablishing(conditions);
    }

    private static Health ofEstablishing(Conditions conditions) {
        if (conditions.isTrue("Established")) {
            return Health.healthy("CRD is healthy");
        }
        return conditions
                        .named("Established")
                        .filter(one -> one.reason().equals("Installing"))
                        .isPresent()
                ? Health.progressing("CRD is being installed")
                : Health.degraded("CRD is not established");
    }
}
