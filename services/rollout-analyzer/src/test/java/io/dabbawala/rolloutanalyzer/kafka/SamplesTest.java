package io.dabbawala.rolloutanalyzer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.rolloutanalyzer.judge.Bucket;
import io.dabbawala.rolloutanalyzer.judge.Classification;
import io.dabbawala.rolloutanalyzer.judge.Counts;
import io.dabbawala.rolloutanalyzer.judge.Judge;
import io.dabbawala.rolloutanalyzer.judge.Metric;
import io.dabbawala.rolloutanalyzer.judge.MetricCheck;
import io.dabbawala.rolloutanalyzer.judge.Range;
import io.dabbawala.rolloutanalyzer.judge.Window;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Instant NOON = Wire.NOON;
    private static final Duration DETAIL = Duration.ofMinutes(3);

    private final Wire wire = new Wire();
    private final Samples samples = wire.samples();

    @AfterEach
    void end() {
        wire.close();
    }

    @Test
    void the_same_second_of_a_pod_is_counted_once() {
        put("pod-1", NOON, 10, 1);
        put("pod-1", NOON, 10, 1);
        put("pod-2", NOON, 5, 0);

        assertThat(since(NOON)).isEqualTo(new Counts(15, 1));
    }

    @Test
    void a_window_has_its_track_and_metric_and_begins_with_its_first_second() {
        put("pod-1", NOON.minusSeconds(10), 100, 0);
        put("pod-1", NOON.minusSeconds(11), 100, 100);
        samples.put(
                new Samples.About("shop/checkout", "http-requests", "PRIMARY", "p", NOON),
                bucket(100, 100));
        samples.put(
                new Samples.About("shop/checkout", "other", "CANARY", "p", NOON), bucket(100, 100));
        samples.put(
                new Samples.About("shop/checkout-2", "http-requests", "CANARY", "p", NOON),
                bucket(100, 100));

        assertThat(value(window(NOON.minusSeconds(10), NOON.plusSeconds(1))))
                .isEqualTo(new Classification.Value(100, 100));
    }

    @Test
    void what_comes_from_the_future_is_not_in_the_window_yet() {
        put("pod-1", NOON.plusSeconds(5), 100, 0);

        assertThat(value(window(NOON.minusSeconds(10), NOON)))
                .isEqualTo(new Classification.NoData("no values found"));
    }

    @Test
    void old_seconds_become_minutes_hours_and_days_without_losing_a_request() {
        for (int i = 0; i < 3 * 24 * 60; i += 7) {
            put("pod-1", NOON.plus(Duration.ofMinutes(i)), 10, 1);
        }
        var end = NOON.plus(Duration.ofDays(3));
        var before = since(Instant.EPOCH);

        samples.age("shop/checkout", DETAIL, end);

        assertThat(since(Instant.EPOCH)).isEqualTo(before);
        assertThat(since(end.minus(Duration.ofMinutes(5))).total()).isLessThanOrEqualTo(10);
        samples.age("shop/checkout", DETAIL, end);
        assertThat(since(Instant.EPOCH)).isEqualTo(before);
    }

    @Test
    void a_sample_of_a_minute_that_is_summed_up_is_too_late() {
        put("pod-1", NOON, 10, 0);
        samples.age("shop/checkout", DETAIL, NOON.plus(Duration.ofMinutes(5)));

        assertThat(put("pod-2", NOON, 10, 0)).isFalse();
        assertThat(put("pod-2", NOON.plusSeconds(240), 10, 0)).isTrue();
        assertThat(since(Instant.EPOCH)).isEqualTo(new Counts(20, 0));
    }

    @Test
    void what_nobody_asks_for_any_more_is_forgotten() {
        put("pod-1", NOON, 10, 0);
        var later = NOON.plus(Duration.ofDays(368));

        samples.age("shop/checkout", DETAIL, later);

        assertThat(since(Instant.EPOCH)).isEqualTo(Counts.NONE);
    }

    @Test
    void the_rollouts_are_those_that_have_samples() {
        put("pod-1", NOON, 10, 0);

        assertThat(samples.rollouts()).containsExactly("shop/checkout");
    }

    private boolean put(String pod, Instant second, long total, long failed) {
        var about = new Samples.About("shop/checkout", "http-requests", "CANARY", pod, second);
        return samples.put(about, bucket(total, failed));
    }

    private Window window(Instant start, Instant end) {
        return samples.window("shop/checkout", "http-requests", "CANARY", start, end);
    }

    private static Classification value(Window window) {
        var check =
                new MetricCheck(
                        "request-success-rate",
                        new Metric.SuccessRate(),
                        new Range(99.0, null),
                        Duration.ofSeconds(10));
        return new Judge(1).measure(check, window, NOON).classification();
    }

    private Counts since(Instant since) {
        return samples.counts("shop/checkout", "http-requests", since);
    }

    private static Bucket bucket(long total, long failed) {
        return Bucket.of(total, failed, new byte[0]);
    }
}
