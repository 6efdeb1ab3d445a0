/**
 * Judges rollouts. It alone says promote, hold or roll back, it alone issues rollbacks, and it
 * measures error budgets; the reconciler brings about what it says.
 *
 * <p>Only a fresh, sufficient measurement raises the canary's weight. Silence, old samples, too few
 * of them or nonsense never do: each is a failed check (too few: after a while), and enough failed
 * checks bring the earlier revision back. Everything may be read twice: ids are derived, a second
 * of a pod is counted once, and what has ended stays ended.
 *
 * <p>{@code judge} says what a metric is worth, {@code canary} what follows for the rollout, {@code
 * slo} what follows for the budget; {@code kafka} moves the data past them.
 */
@NullMarked
package io.dabbawala.rolloutanalyzer;

import org.jspecify.annotations.NullMarked;
