package io.dabbawala.rolloutanalyzer.judge;

import java.time.Duration;

/** One metric of a Canary's analysis: what, over how long, within which limits. */
public record MetricCheck(String name, Metric metric, Range range, Duration interval) {}
