package io.dabbawala.gitwatcher.sender;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Gitea, its successor Forgejo and its predecessor Gogs. Each signs under a header of its own name,
 * and Forgejo under Gitea's as well: all that are there have to be right, so that a good one does
 * not rescue a bad one.
 *
 * <p>A deleted branch is told by {@code delete} only, there is no push of it.
 */
final class Gitea implements Sender {

    private static final List<String> NAMES = List.of("Forgejo", "Gitea", "Gogs");

    /** {@code FEED_MAX_COMMIT_NUM}; Gogs does not say how many there were. */
    private static final int COMMITS_OF_GOGS = 5;

    private static final Set<String> ACTIONS =
            Set.of(
                    "opened",
                    "closed",
                    "reopened",
                    "synchronized",
                    "synchronize",
                    "label_updated",
                    "label_cleared");

    @Override
    public String name() {
        return "gitea";
    }

    @Override
    public boolean isProvedBy(String secret, Delivery delivery, Instant now) {
        var wanted = HexFormat.of().formatHex(Proof.hmac(secret, delivery.body()));
        var right = 0;
        var there = 0;
        for (var name : NAMES) {
            var header = "X-%s-Signature".formatted(name);
            there += delivery.headers().has(header) ? 1 : 0;
            right += Proof.isSame(wanted, delivery.headers().only(header)) ? 1 : 0;
        }
        return there > 0 && right == there;
    }

    @Override
    public String event(Headers headers) {
        return named(headers, "X-%s-Event");
    }

    @Override
    public String id(Headers headers, Payload body) {
        return named(headers, "X-%s-Delivery");
    }

    @Override
    public Answer read(String event, Payload body) {
        return switch (event.isEmpty() ? Github.inferred(body) : event) {
            case "push" ->
                    GithubShape.push(
                            body, body.has("/total_commits") ? Integer.MAX_VALUE : COMMITS_OF_GOGS);
            case "pull_request", "pull_request_sync", "pull_request_label" ->
                    GithubShape.pullRequest(body, ACTIONS);
            case "create" -> GithubShape.ref(body, true);
            case "delete" -> GithubShape.ref(body, false);
            case "" -> new Answer.Refused("this is no event of Gitea, Forgejo or Gogs");
            case String other -> new Answer.Ignored("event " + other);
        };
    }

    private static String named(Headers headers, String header) {
        return NAMES.stream()
                .map(name -> headers.only(header.formatted(name)))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
