package io.dabbawala.gitwatcher.watch;

import java.time.Instant;

/** What a commit says about itself, unverified, and what its signature is worth. */
public record Commit(
        String revision,
        String authorName,
        String authorEmail,
        Instant committedAt,
        String message,
        Signature signature) {}
