/**
 * Health in the user's own words, as CEL: Flux's {@code healthCheckExprs}. For objects of one group
 * and kind, {@code inProgress}, {@code failed} and {@code current} are asked in this order, with
 * the object's fields as variables; the first that is true decides. If none is, the object is in
 * progress; an expression that fails makes it unknown. A generation nobody has looked at yet comes
 * before all of them.
 *
 * <p>Rules and words: fluxcd/pkg {@code runtime/cel}, and Flux's specification of Kustomization.
 */
@NullMarked
package io.dabbawala.reconciler.health.expression;

import org.jspecify.annotations.NullMarked;
