package io.dabbawala.reconciler.retry;

import io.dabbawala.reconciler.application.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often a failed sync is tried again, and how long it waits before.
 *
 * @param limit below 0: without end
 * @param first before the first retry
 * @param longest no wait is longer; zero or less: no bound
 */
public record RetrySchedule(long limit, Duration first, long factor, Duration longest) {

    private static final long LIMIT = 5;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final long FACTOR = 2;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /**
     * @param policy null: nothing is said; then what syncs by itself is tried five times more, and
     *     what somebody asked for is not
     * @throws IllegalArgumentException if a duration cannot be read
     */
    public static RetrySchedule of(@Nullable RetryPolicy policy, boolean isAutomated) {
        if (policy == null) {
            return new RetrySchedule(isAutomated ? LIMIT : 0, FIRST, FACTOR, LONGEST);
        }
        var limit = policy.limit();
        var factor = policy.factor();
        return new RetrySchedule(
                limit == null ? 0 : limit,
                duration(policy.duration(), FIRST),
                factor == null ? FACTOR : factor,
                duration(policy.maxDuration(), LONGEST));
    }

    private static Duration duration(String text, Duration otherwise) {
        return text.isEmpty() ? otherwise : GoDuration.orSeconds(text);
    }

    /**
     * How long to wait after so many retries; empty if there were enough.
     *
     * @param retries from 0
     */
    public Optional<Duration> waitAfter(long retries) {
        if (limit >= 0 && retries >= limit) {
            return Optional.empty();
        }
        var nanos = first.toNanos() * Math.pow(factor, retries);
        var bounded = longest.isPositive() ? Math.min(longest.toNanos(), nanos) : nanos;
        return Optional.of(Duration.ofNanos((long) bounded)); // at most 292 years
    }
}
