/**
 * Moves the data past those who judge.
 *
 * <pre>
 * metric-samples ──────────────────────▶ SampleProcessor ──▶ budgets
 *                                             │ samples
 * rollout-progress ──┬────────────────────────▼──▶ RolloutProcessor ──▶ rollout-verdicts, rollbacks
 *                    └─by application─┐            ▲   every second by the wall clock
 * commands ──────────────────────▶ ApplicationProcessor ──by rollout (orders)
 *                                     └──▶ rollbacks (nothing under way)
 * declarations ──▶ global store, read by both
 * </pre>
 *
 * <p>Silence has to be noticed, so ticks come from the wall clock and not from records. Stores are
 * in memory with a changelog: {@code rollouts}, {@code applications} and {@code budgets} hold JSON,
 * {@code samples} small binary buckets keyed by pod and second, so that a repeated sample replaces
 * itself. Only this package sees Avro.
 */
@NullMarked
package io.dabbawala.rolloutanalyzer.kafka;

import org.jspecify.annotations.NullMarked;
