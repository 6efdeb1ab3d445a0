package io.dabbawala.rolloutanalyzer.judge;

/** Requests, and those of them that failed. */
public record Counts(long total, long failed) {

    public static final Counts NONE = new Counts(0, 0);

    public Counts plus(Counts other) {
        return new Counts(total + other.total, failed + other.failed);
    }

    public long good() {
        return total - failed;
    }

    /** The share that failed, 0 without requests. */
    public double errorRatio() {
        return total == 0 ? 0 : (double) failed / total;
    }
}
