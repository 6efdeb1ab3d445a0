package io.dabbawala.reconciler.application;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How often and when a failed sync is tried again, as it is written: {@code spec.syncPolicy.retry}.
 *
 * @param limit below 0: for ever; null: not said
 * @param duration {@code 5s}; a number alone is seconds; empty: not said
 * @param factor null: not said
 * @param maxDuration as duration
 * @param refresh whether the newest revision is taken
 */
public record RetryPolicy(
        @Nullable Long limit,
        String duration,
        @Nullable Long factor,
        String maxDuration,
        boolean refresh) {

    /** Null if there is no such block. */
    public static @Nullable RetryPolicy of(SpecField retry) {
        if (retry.isAbsent()) {
            return null;
        }
        var backoff = retry.at("backoff");
        return new RetryPolicy(
                boxed(retry.at("limit").number()),
                backoff.at("duration").text(),
                boxed(backoff.at("factor").number()),
                backoff.at("maxDuration").text(),
                retry.at("refresh").flag(false));
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
