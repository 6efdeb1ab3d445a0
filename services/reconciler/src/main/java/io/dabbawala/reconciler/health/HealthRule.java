package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.plan.LiveObject;

/** How objects of one kind are. */
@FunctionalInterface
interface HealthRule {

    Health of(LiveObject object);
}
