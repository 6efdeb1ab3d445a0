package io.dabbawala.rolloutanalyzer.judge;

/** What a Canary may ask for by name. */
public sealed interface Metric {

    /** Per cent of requests that did not fail. */
    record SuccessRate() implements Metric {}

    /** The 99th percentile of the latency in whole milliseconds. */
    record RequestDuration() implements Metric {}

    /** Somebody else's metric: nobody here can provide it. */
    record Unprovided() implements Metric {}

    static Metric named(String name) {
        return switch (name) {
            case "request-success-rate" -> new SuccessRate();
            case "request-duration" -> new RequestDuration();
            default -> new Unprovided();
        };
    }
}
