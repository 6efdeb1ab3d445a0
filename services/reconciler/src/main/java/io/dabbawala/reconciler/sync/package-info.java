/**
 * From a plan to a result, one application at a time.
 *
 * <p>A turn looks at everything anew: the newest desired state, the cluster, the newest verdict.
 * What differs is told and asked for once per plan; the gate's silence is waiting. A verdict counts
 * for the plan whose digest it names, and only after its signature, subject, cluster and time were
 * checked here. Carrying out a plan that is partly done already is safe: what is there is left
 * alone.
 *
 * <p>Waves wait for the health of everything declared so far. A sync that failed is tried again a
 * few times, a fight with another controller is slowed down; both by the figures of Argo CD.
 */
@NullMarked
package io.dabbawala.reconciler.sync;

import org.jspecify.annotations.NullMarked;
