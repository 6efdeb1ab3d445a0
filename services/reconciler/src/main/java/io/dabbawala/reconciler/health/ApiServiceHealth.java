package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.object.LiveObject;

final class ApiServiceHealth implements HealthRule {

    @Override
    public Health of(LiveObject object) {
        return Conditions.of(object)
                .named("Available")
                .map(
                        one -> {
                            var text = one.reason() + ": " + one.message();
                            return one.isTrue() ? Health.healthy(text) : Health.progressing(text);
                        })
                .orElseGet(() -> Health.progressing("Waiting to be processed"));
    }
}
