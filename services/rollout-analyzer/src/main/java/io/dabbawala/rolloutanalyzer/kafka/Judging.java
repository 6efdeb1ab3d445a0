package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.rolloutanalyzer.judge.Judge;
import java.time.Duration;

/**
 * How strictly the samples are judged.
 *
 * @param maxBlind how long too few samples are no failed check
 */
public record Judging(Judge judge, Duration maxBlind) {}
