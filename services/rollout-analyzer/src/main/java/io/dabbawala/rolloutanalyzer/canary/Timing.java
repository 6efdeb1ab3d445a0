package io.dabbawala.rolloutanalyzer.canary;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an attempt began, when it last ticked or its weight was written, and since when there have
 * been too few samples to decide.
 */
public record Timing(Instant startedAt, Instant tickedAt, @Nullable Instant blindSince) {

    /** Without traffic there is nothing to wait for: the first tick is due at once. */
    static Timing startingAt(Instant now, int weight) {
        return new Timing(now, weight == 0 ? Instant.EPOCH : now, null);
    }

    boolean isDue(Duration interval, Instant now) {
        return !now.isBefore(tickedAt.plus(interval));
    }

    Timing tickedAt(Instant now) {
        return new Timing(startedAt, now, blindSince);
    }

    Timing seeing() {
        return new Timing(startedAt, tickedAt, null);
    }

    Timing blind(Instant now) {
        return new Timing(startedAt, tickedAt, blindSince == null ? now : blindSince);
    }

    boolean isBlindFor(Duration bound, Instant now) {
        return blindSince != null && !now.isBefore(blindSince.plus(bound));
    }
}
