package io.dabbawala.gitwatcher.watch;

import java.time.Instant;
import java.util.Optional;

/** A repository as it is mirrored here. */
public interface Repository {

    /** Asks the host where its refs are, and fetches nothing. */
    HostAnswer advertised();

    /** Brings everything the host has into the mirror. */
    HostAnswer fetch();

    /** The refs up to which everything was said. */
    Refs recorded();

    void record(Refs refs);

    /** What a move brought; empty if its end is no commit. */
    Optional<CommitSeen> describe(RefMove move);

    /** Keeps the mirror quick to read, if it is worth it and nobody pushes just then. */
    void maintain(Instant now);
}
