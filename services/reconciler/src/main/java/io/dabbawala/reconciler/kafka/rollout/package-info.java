/**
 * What rollouts hear and say: Canaries among the declarations, verdicts and rollbacks come in,
 * progress goes out. A rollout is looked at by one thread at a time, whenever something about it
 * moves and when time has passed.
 */
@NullMarked
package io.dabbawala.reconciler.kafka.rollout;

import org.jspecify.annotations.NullMarked;
