package io.dabbawala.rolloutanalyzer.canary;

/** What an attempt has counted. {@code ticks} numbers the verdicts of an attempt. */
public record Tally(int failedChecks, int iteration, int ticks) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally nextTick() {
        return new Tally(failedChecks, iteration, ticks + 1);
    }

    Tally failedOnce() {
        return new Tally(failedChecks + 1, iteration, ticks);
    }

    Tally iteratedOnce() {
        return new Tally(failedChecks, iteration + 1, ticks);
    }
}
