package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.object.LiveObject;

/** How objects of one kind are. */
@FunctionalInterface
interface HealthRule {

    Health of(LiveObject object);
}
