package io.dabbawala.rolloutanalyzer.judge;

import java.time.Duration;
import java.time.Instant;

/**
 * Classifies a window before anybody compares numbers.
 *
 * @param minimumSamples fewer requests than this are no value
 */
public record Judge(long minimumSamples) {

    private static final Duration LEAST_FRESHNESS = Duration.ofSeconds(10);

    public Measurement measure(MetricCheck check, Window window, Instant now) {
        return new Measurement(check, classify(check, window, now));
    }

    private Classification classify(MetricCheck check, Window window, Instant now) {
        return switch (check.metric()) {
            case Metric.Unprovided _ ->
                    new Classification.ProviderError("no provider for metric " + check.name());
            case Metric.SuccessRate _ ->
                    check.range().limitsNothing()
                            ? withoutLimit()
                            : successRate(window, freshness(check), now);
            case Metric.RequestDuration _ ->
                    check.range().limitsNothing()
                            ? withoutLimit()
                            : duration(window, freshness(check), now);
        };
    }

    private Classification successRate(Window window, Duration freshness, Instant now) {
        var counts = window.counts();
        return counts.total() >= minimumSamples && isSound(window, freshness, now)
                ? new Classification.Value(100.0 * counts.good() / counts.total(), counts.total())
                : unsound(window, counts.total(), freshness, now);
    }

    private Classification duration(Window window, Duration freshness, Instant now) {
        var latencies = window.latencies();
        return latencies.count() >= minimumSamples && isSound(window, freshness, now)
                ? new Classification.Value(latencies.p99(), latencies.count())
                : unsound(window, latencies.count(), freshness, now);
    }

    private Classification unsound(Window window, long samples, Duration freshness, Instant now) {
        if (window.refused() > 0) {
            return new Classification.Malformed(
                    "%d samples cannot be true".formatted(window.refused()));
        }
        if (window.newest().isEmpty()) {
            return new Classification.NoData("no values found");
        }
        if (!isFresh(window, freshness, now)) {
            return new Classification.Stale(
                    "the newest sample is of " + window.newest().orElseThrow());
        }
        return samples == 0
                ? new Classification.NoData("no requests")
                : new Classification.TooFew(samples, minimumSamples);
    }

    private static boolean isSound(Window window, Duration freshness, Instant now) {
        return window.refused() == 0
                && window.counts().total() > 0
                && isFresh(window, freshness, now);
    }

    private static boolean isFresh(Window window, Duration freshness, Instant now) {
        return !window.isOlderThanItsStart()
                && window.newest()
                        .filter(newest -> !newest.isBefore(now.minus(freshness)))
                        .isPresent();
    }

    /** Half the interval: an advance on what the first half said and the second did not. */
    private static Duration freshness(MetricCheck check) {
        var half = check.interval().dividedBy(2);
        return half.compareTo(LEAST_FRESHNESS) > 0 ? half : LEAST_FRESHNESS;
    }

    private static Classification withoutLimit() {
        return new Classification.Malformed("no threshold is declared");
    }
}
