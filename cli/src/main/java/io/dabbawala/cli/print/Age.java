package io.dabbawala.cli.print;

import java.time.Duration;
import java.time.Instant;

/** A span of time in one unit, or two where one would be coarse. */
public final class Age {

    public static String between(Instant from, Instant to) {
        return of(Duration.between(from, to));
    }

    /** Clocks differ a little: what is not yet is now. */
    public static String of(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        if (seconds < 600) {
            return withRest(seconds, 60, "m", "s");
        }
        if (seconds < 2 * 3600) {
            return seconds / 60 + "m";
        }
        if (seconds < 10 * 3600) {
            return withRest(seconds / 60, 60, "h", "m");
        }
        return seconds < 48 * 3600 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }

    private static String withRest(long amount, long unit, String big, String small) {
        long rest = amount % unit;
        return amount / unit + big + (rest == 0 ? "" : rest + small);
    }

    private Age() {}
}
