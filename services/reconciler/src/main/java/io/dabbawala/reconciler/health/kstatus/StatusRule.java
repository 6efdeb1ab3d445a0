package io.dabbawala.reconciler.health.kstatus;

import io.dabbawala.reconciler.object.LiveObject;
import java.time.Instant;

/** Where objects of one kind are. */
@FunctionalInterface
interface StatusRule {

    ObjectStatus of(LiveObject object, Instant now);
}
