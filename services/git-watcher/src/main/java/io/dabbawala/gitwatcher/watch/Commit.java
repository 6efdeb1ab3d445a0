package io.dabbawala.gitwatcher.watch;

import java.time.Instant;

/** What a commit says about itself. Nothing of it is verified. */
public record Commit(
        String revision,
        String authorName,
        String authorEmail,
        Instant committedAt,
        String message) {}
