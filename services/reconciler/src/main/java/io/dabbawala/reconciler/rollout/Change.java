package io.dabbawala.reconciler.rollout;

import java.time.Instant;

/** What somebody's word does to a standing. */
@FunctionalInterface
interface Change {

    Change NONE = (standing, _, _) -> standing;

    Standing of(Standing standing, Readiness readiness, Instant now);
}
