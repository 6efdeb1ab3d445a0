/**
 * What a metric is worth. Samples arrive as one bucket for each pod and second; a window of them is
 * first classified, and only a {@code Value} carries a number that a limit may be held against.
 * Limits are strict: a value equal to the limit passes.
 *
 * <p>Order of suspicion: a metric nobody provides, nonsense among the samples, no samples at all,
 * old samples, no requests, too few of them. What cannot be true (failed above total, a sketch of
 * more values than requests, negative counts) is remembered as refused and never reaches a sketch,
 * because a sketch would answer with a number all the same.
 */
@NullMarked
package io.dabbawala.rolloutanalyzer.judge;

import org.jspecify.annotations.NullMarked;
