package io.dabbawala.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.console.command.Wish;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish as it comes in: application, command, actor and reason; the rest where it is meant. */
public record CommandJson(
        @Nullable String application,
        @Nullable String command,
        @Nullable String actor,
        @Nullable String reason,
        @Nullable String delivery,
        @Nullable String digest,
        @Nullable String revision) {

    /** The header wins: whoever sits in front of the console knows better who is asking. */
    Wish wish(@Nullable String actorOfHeader) {
        return new Wish(
                said(application),
                said(command),
                new Wish.Person(
                        said(actorOfHeader).isEmpty() ? said(actor) : said(actorOfHeader),
                        said(reason)),
                new Wish.Target(said(delivery), said(digest), said(revision)));
    }

    /** The same wish in the same words has the same one. */
    static String fingerprint(Wish wish) {
        return UUID.nameUUIDFromBytes(wish.toString().getBytes(UTF_8)).toString();
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
