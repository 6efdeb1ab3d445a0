package io.dabbawala.reconciler.health.kstatus;

import io.dabbawala.reconciler.plan.LiveObject;
import java.time.Instant;

/** Where objects of one kind are. */
@FunctionalInterface
interface StatusRule {

    ObjectStatus of(LiveObject object, Instant now);
}
