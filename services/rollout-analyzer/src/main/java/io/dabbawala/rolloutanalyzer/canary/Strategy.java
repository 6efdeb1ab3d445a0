package io.dabbawala.rolloutanalyzer.canary;

/** How a Canary wants its revision to be released. */
public sealed interface Strategy {

    /** Nothing happens at all. */
    record Suspended() implements Strategy {}

    /** Promoted as soon as the canary is ready, unjudged. */
    record Skipped() implements Strategy {}

    record Progressive(Weights weights) implements Strategy {}

    /**
     * Judged that often without users, then moved at once.
     *
     * @param lastWeight the canary's share before it is promoted: 0 where no traffic can be moved
     */
    record BlueGreen(int iterations, int lastWeight) implements Strategy {}

    /**
     * Something this analyzer cannot honour; only a person can promote it.
     *
     * @param reason begins with a code
     */
    record Unsupported(String reason) implements Strategy {}
}
