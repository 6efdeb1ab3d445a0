package io.dabbawala.local;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What the platform watches and whom it tells.
 *
 * @param repository the name the repository has in the configuration and in events
 * @param url where it is
 * @param declarations the folder in it that holds what is declared
 * @param poll how often it is looked at when no webhook comes
 * @param messages where Slack messages and SMS go instead of the providers, when given
 * @param transfer what fetches: {@code jgit}, or {@code git} for the program
 */
public record Delivery(
        String repository,
        String url,
        String declarations,
        Duration poll,
        Optional<URI> messages,
        String transfer) {

    private static final Duration POLL = Duration.ofSeconds(5);

    /** Fetched by JGit. */
    public Delivery(
            String repository,
            String url,
            String declarations,
            Duration poll,
            Optional<URI> messages) {
        this(repository, url, declarations, poll, messages, "jgit");
    }

    /** The shop of the demo, told of pushes by webhook only. */
    public static Delivery ofShop(String url, Optional<URI> messages) {
        return new Delivery("shop", url, "delivery", Duration.ofMinutes(10), messages);
    }

    /** A repository whose host sends no webhooks to this machine. */
    public static Delivery polled(String url, String declarations, Optional<URI> messages) {
        return new Delivery(nameOf(url), url, declarations, POLL, messages);
    }

    boolean isOnThisMachine() {
        return url.startsWith("file:") || url.startsWith("/");
    }

    /** The last part of the URL, as a word that a configuration key may contain. */
    private static String nameOf(String url) {
        var path = url.replaceAll("/+$", "").replaceAll("\\.git$", "");
        var name =
                path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9-]+", "-");
        return name.isBlank() ? "own" : name;
    }
}
