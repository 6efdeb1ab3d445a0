/**
 * Brings the cluster to what is desired, and only with the gate's word.
 *
 * <p>The newest desired state of each application is compared with the live objects. What differs
 * is a plan; the plan is told ({@code drifts}), asked for ({@code sync-requests}), and carried out
 * once a verdict for exactly that plan arrived whose signature holds. The outcome of every object
 * and the health of the application are told ({@code sync-results}), also when health changes
 * later.
 *
 * <p>Nothing is remembered of having acted: after a restart the desired states are read again, the
 * cluster is looked at again, and a plan of what is already there is empty.
 */
@NullMarked
package io.dabbawala.reconciler;

import org.jspecify.annotations.NullMarked;
