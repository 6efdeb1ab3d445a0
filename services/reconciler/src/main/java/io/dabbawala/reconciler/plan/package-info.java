/**
 * What is desired, compared with what is live, makes a plan: create, correct, prune.
 *
 * <p>Only fields that a manifest declares are compared; what the API server or a controller adds is
 * no difference. Applying is server-side apply with one field manager, so a field that left a
 * manifest leaves the object. Every object carries the annotation {@code
 * argocd.argoproj.io/tracking-id}; only objects whose annotation names this application and
 * describes the object it sits on are ever pruned.
 *
 * <p>The order is that of {@link io.dabbawala.reconciler.order}; within a wave prunes come first. A
 * plan that syncs a state has its hooks, and its digest covers them.
 *
 * <p>{@link io.dabbawala.reconciler.cluster.Cluster} is the one way to the outside.
 */
@NullMarked
package io.dabbawala.reconciler.plan;

import org.jspecify.annotations.NullMarked;
