package io.dabbawala.reconciler.health;

import java.util.Locale;

/** How an object or application is, and why. */
public record Health(Status status, String message) {

    /** From best to worst. */
    public enum Status {
        HEALTHY,
        SUSPENDED,
        PROGRESSING,
        MISSING,
        DEGRADED,
        UNKNOWN;

        /** As people write it: {@code Healthy}. */
        public String word() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    public static Health healthy() {
        return new Health(Status.HEALTHY, "");
    }

    public static Health healthy(String message) {
        return new Health(Status.HEALTHY, message);
    }

    public static Health suspended(String message) {
        return new Health(Status.SUSPENDED, message);
    }

    public static Health progressing(String message) {
        return new Health(Status.PROGRESSING, message);
    }

    public static Health degraded(String message) {
        return new Health(Status.DEGRADED, message);
    }

    public static Health unknown(String message) {
        return new Health(Status.UNKNOWN, message);
    }
}
