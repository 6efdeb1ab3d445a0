package io.dabbawala.gitwatcher.watch;

import java.time.Instant;

/** Look at this repository now. */
public record Hint(String repository, Source source, Claim claim, Instant hintedAt) {

    public enum Source {
        WEBHOOK,
        POLL,
        /** Pull requests moved that ApplicationSets of this repository ask a forge about. */
        FORWARDED
    }

    public static Hint polled(String repository, Instant now) {
        return new Hint(repository, Source.POLL, Claim.NONE, now);
    }

    public static Hint forwarded(String repository, Instant now) {
        return new Hint(repository, Source.FORWARDED, Claim.NONE, now);
    }

    public static Hint told(String repository, Claim claim, Instant now) {
        return new Hint(repository, Source.WEBHOOK, claim, now);
    }
}
