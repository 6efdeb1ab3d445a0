package io.dabbawala.rolloutanalyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final byte[] NONE = new byte[0];
    private static final Judge JUDGE = new Judge(50);

    @Test
    void a_value_equal_to_the_limit_passes_and_one_below_fails() {
        assertThat(rate(99.0, null, window(100, 1)).answer()).isEqualTo(Answer.PASSED);
        assertThat(rate(99.0, null, window(1000, 11)).answer()).isEqualTo(Answer.FAILED);
    }

    @Test
    void a_value_above_the_maximum_fails() {
        assertThat(rate(null, 99.5, window(100, 0)).answer()).isEqualTo(Answer.FAILED);
        assertThat(rate(null, 100.0, window(100, 0)).answer()).isEqualTo(Answer.PASSED);
    }

    @Test
    void the_99th_percentile_is_judged_in_whole_milliseconds() {
        var window =
                new Window(NOW.minus(INTERVAL))
                        .with(second(1), Bucket.of(100, 0, Sketches.repeated(100, 100)));

        var measurement = duration(500.0, window);

        assertThat(measurement.answer()).isEqualTo(Answer.PASSED);
        assertThat(measurement.classification())
                .isInstanceOfSatisfying(
                        Classification.Value.class,
                        it -> {
                            assertThat(it.value()).isBetween(99.0, 101.0);
                            assertThat(it.value() % 1).isZero();
                            assertThat(it.samples()).isEqualTo(100);
                        });
        assertThat(duration(90.0, window).answer()).isEqualTo(Answer.FAILED);
    }

    @Test
    void pods_and_seconds_are_merged() {
        var window =
                new Window(NOW.minus(INTERVAL))
                        .with(second(1), Bucket.of(98, 0, Sketches.repeated(98, 10)))
                        .with(second(2), Bucket.of(1, 0, Sketches.of(10)))
                        .with(second(2), Bucket.of(3, 1, Sketches.of(900, 900, 900)));

        assertThat(duration(500.0, window).answer()).isEqualTo(Answer.FAILED);
        assertThat(rate(99.0, null, window).classification())
                .isEqualTo(new Classification.Value(100.0 * 101 / 102, 102));
    }

    @Test
    void requests_without_latencies_say_nothing_about_latency() {
        assertThat(duration(500.0, window(100, 0)).classification())
                .isEqualTo(new Classification.NoData("no requests"));
    }

    @Test
    void no_samples_at_all_are_no_data() {
        var window = new Window(NOW.minus(INTERVAL));

        assertThat(rate(99.0, null, window).classification())
                .isEqualTo(new Classification.NoData("no values found"));
        assertThat(rate(99.0, null, window).answer()).isEqualTo(Answer.FAILED);
    }

    @Test
    void seconds_without_requests_are_no_data() {
        assertThat(rate(99.0, null, window(0, 0)).classification())
                .isEqualTo(new Classification.NoData("no requests"));
    }

    @Test
    void fifty_requests_are_enough_and_forty_nine_are_too_few() {
        assertThat(rate(99.0, null, window(50, 0)).answer()).isEqualTo(Answer.PASSED);
        assertThat(rate(99.0, null, window(49, 0)).classification())
                .isEqualTo(new Classification.TooFew(49, 50));
        assertThat(rate(99.0, null, window(49, 0)).answer()).isEqualTo(Answer.UNDECIDED);
    }

    @Test
    void too_few_that_all_failed_are_undecided_too() {
        assertThat(rate(99.0, null, window(49, 49)).answer()).isEqualTo(Answer.UNDECIDED);
    }

    @Test
    void a_window_whose_second_half_is_silent_is_stale() {
        assertThat(rate(99.0, null, windowAt(30, 100)).answer()).isEqualTo(Answer.PASSED);
        assertThat(rate(99.0, null, windowAt(31, 100)).classification())
                .isInstanceOf(Classification.Stale.class);
        assertThat(rate(99.0, null, windowAt(31, 100)).answer()).isEqualTo(Answer.FAILED);
    }

    @Test
    void samples_from_before_the_window_are_stale_and_not_counted() {
        assertThat(rate(99.0, null, windowAt(61, 100)).classification())
                .isInstanceOf(Classification.Stale.class);
    }

    @Test
    void one_impossible_sample_spoils_the_window() {
        var window = window(100, 0).with(second(2), new Bucket.Refused());

        assertThat(rate(99.0, null, window).classification())
                .isEqualTo(new Classification.Malformed("1 samples cannot be true"));
        assertThat(rate(99.0, null, window).answer()).isEqualTo(Answer.FAILED);
    }

    @Test
    void a_metric_that_nobody_provides_fails() {
        var check = check("conversion-rate", 1.0, null);

        var measurement = JUDGE.measure(check, window(100, 0), NOW);

        assertThat(measurement.answer()).isEqualTo(Answer.FAILED);
        assertThat(measurement.reason())
                .isEqualTo(
                        "PROVIDER_ERROR: conversion-rate: no provider for metric conversion-rate");
    }

    @Test
    void a_metric_without_any_limit_fails() {
        assertThat(rate(null, null, window(100, 0)).classification())
                .isEqualTo(new Classification.Malformed("no threshold is declared"));
    }

    @Test
    void no_series_without_enough_fresh_requests_ever_passes() {
        var random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            var window = new Window(NOW.minus(INTERVAL));
            long fresh = 0;
            for (int n = random.nextInt(6); n > 0; n--) {
                var age = random.nextInt(120);
                var total = random.nextInt(20);
                window.with(second(age), Bucket.of(total, 0, NONE));
                fresh += age <= 60 ? total : 0;
            }
            if (fresh < 50) {
                assertThat(rate(0.0, null, window).answer()).isNotEqualTo(Answer.PASSED);
                assertThat(duration(1e9, window).answer()).isNotEqualTo(Answer.PASSED);
            }
        }
    }

    private static Measurement rate(
            @Nullable Double minimum, @Nullable Double maximum, Window window) {
        return JUDGE.measure(check("request-success-rate", minimum, maximum), window, NOW);
    }

    private static Measurement duration(double maximum, Window window) {
        return JUDGE.measure(check("request-duration", null, maximum), window, NOW);
    }

    private static MetricCheck check(
            String name, @Nullable Double minimum, @Nullable Double maximum) {
        return new MetricCheck(name, Metric.named(name), new Range(minimum, maximum), INTERVAL);
    }

    private static Window window(long total, long failed) {
        return new Window(NOW.minus(INTERVAL)).with(second(1), Bucket.of(total, failed, NONE));
    }

    private static Window windowAt(long age, long total) {
        return new Window(NOW.minus(INTERVAL)).with(second(age), Bucket.of(total, 0, NONE));
    }

    private static Instant second(long ago) {
        return NOW.minusSeconds(ago);
    }
}
