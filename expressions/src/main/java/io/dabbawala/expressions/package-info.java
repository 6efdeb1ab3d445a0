/**
 * The expression language of policies: CEL with the libraries Kubernetes has, behind fences.
 *
 * <p>An expression is somebody's program, and it runs here. So it is compiled once and kept by its
 * text; refused when it is too long, too deep, nests loops too far, or lets a text grow from itself
 * in a loop; counted while it runs (steps, and the size of what it makes); and given a deadline on
 * a thread of its own, because one step may be long. Functions that could make much out of little
 * (replace, split, join, format) are our own and measure before they make. Whatever fails is an
 * {@link io.dabbawala.expressions.Evaluation.Failed}; what that means is the policy's matter.
 *
 * <p>The field an answer is about is the last one of the object that was looked at: CEL stops where
 * the answer is decided.
 *
 * <p>Not there: {@code authorizer}, the {@code format} library, the escapes {@code __dash__} and so
 * on (maps have the real names).
 */
@NullMarked
package io.dabbawala.expressions;

import org.jspecify.annotations.NullMarked;
