/**
 * How objects are, by the rules users of Flux know: those of kstatus in kubernetes-sigs/cli-utils
 * ({@code pkg/kstatus/status}), with its words.
 *
 * <p>The first that fits counts: being deleted, a generation nobody has looked at yet, the
 * conditions {@code Reconciling} and {@code Stalled}, the rule of the kind, the condition {@code
 * Ready}. An object about which nothing speaks is current. A number that is absent, or no number,
 * is 0; absent replicas are 1.
 */
@NullMarked
package io.dabbawala.reconciler.health.kstatus;

import org.jspecify.annotations.NullMarked;
