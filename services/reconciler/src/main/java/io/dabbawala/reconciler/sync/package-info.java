/**
 * From a plan to a result, one application at a time.
 *
 * <p>A turn looks at everything anew: the newest desired state, the cluster, the newest verdict.
 * What differs is told and asked for once per plan; the gate's silence is waiting. A verdict counts
 * for the plan whose digest it names, and only after its signature, subject, cluster and time were
 * checked here. Carrying out a plan that is partly done already is safe: what is there is left
 * alone.
 *
 * <p>Hooks run when a state is synced, not when it is only healed; what they run for is written on
 * them. A sync that failed is tried again by the policy of its application, a fight with another
 * writer is slowed down, and what a person gave up is left alone until something new is declared or
 * commanded.
 */
@NullMarked
package io.dabbawala.reconciler.sync;

import org.jspecify.annotations.NullMarked;
