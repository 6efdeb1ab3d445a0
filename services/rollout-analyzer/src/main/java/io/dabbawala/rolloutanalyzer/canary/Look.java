package io.dabbawala.rolloutanalyzer.canary;

import io.dabbawala.rolloutanalyzer.judge.Measurement;
import io.dabbawala.rolloutanalyzer.judge.MetricCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * One look at a rollout: the time, what is declared for it, and a way to measure.
 *
 * @param maxBlind how long too few samples are no failed check
 */
public record Look(
        Instant now,
        CanarySpec spec,
        Duration maxBlind,
        Function<MetricCheck, Measurement> meter) {}
