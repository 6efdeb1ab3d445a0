package io.dabbawala.gitwatcher.watch;

import java.time.Instant;

/**
 * Look at this repository now. {@code ref} is empty when the hint names none; {@code sender} and
 * {@code senderDelivery} are what a webhook said about itself.
 */
public record Hint(
        String repository,
        Source source,
        String sender,
        String senderDelivery,
        String ref,
        Instant hintedAt) {

    public enum Source {
        WEBHOOK,
        POLL
    }

    public static Hint polled(String repository, Instant now) {
        return new Hint(repository, Source.POLL, "", "", "", now);
    }
}
