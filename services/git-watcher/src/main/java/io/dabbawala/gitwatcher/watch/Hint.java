package io.dabbawala.gitwatcher.watch;

import java.time.Instant;

/** Look at this repository now. */
public record Hint(String repository, Source source, Claim claim, Instant hintedAt) {

    public enum Source {
        WEBHOOK,
        POLL
    }

    public static Hint polled(String repository, Instant now) {
        return new Hint(repository, Source.POLL, Claim.NONE, now);
    }

    public static Hint told(String repository, Claim claim, Instant now) {
        return new Hint(repository, Source.WEBHOOK, claim, now);
    }
}
