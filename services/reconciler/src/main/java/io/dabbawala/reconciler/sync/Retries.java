package io.dabbawala.reconciler.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A failed sync is tried five times more: after 5 s, 10 s, 20 s ... */
final class Retries {

    private static final int LIMIT = 5;
    private static final Duration FIRST = Duration.ofSeconds(5);

    /** When to try again; empty if it was tried often enough. */
    static Optional<Instant> next(SyncResult failed) {
        return failed.attempt() < LIMIT
                ? Optional.of(failed.finishedAt().plus(FIRST.multipliedBy(1L << failed.attempt())))
                : Optional.empty();
    }

    private Retries() {}
}
