package io.dabbawala.reconciler.health;

/** How an object or application is, and why. */
public record Health(Status status, String message) {

    /** From best to worst. */
    public enum Status {
        HEALTHY,
        SUSPENDED,
        PROGRESSING,
        MISSING,
        DEGRADED,
        UNKNOWN
    }

    static Health healthy() {
        return new Health(Status.HEALTHY, "");
    }

    static Health healthy(String message) {
        return new Health(Status.HEALTHY, message);
    }

    static Health suspended(String message) {
        return new Health(Status.SUSPENDED, message);
    }

    static Health progressing(String message) {
        return new Health(Status.PROGRESSING, message);
    }

    static Health degraded(String message) {
        return new Health(Status.DEGRADED, message);
    }

    static Health unknown(String message) {
        return new Health(Status.UNKNOWN, message);
    }
}
