package io.dabbawala.gitwatcher.sender;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/**
 * GitHub, by its documentation of webhook events and payloads. The older {@code X-Hub-Signature} is
 * SHA-1 and proves nothing here.
 */
final class Github implements Sender {

    /** Of more commits a push lists the newest. */
    private static final int COMMITS = 2_048;

    /** What Argo CD's pull request generator looks again for. */
    private static final Set<String> ACTIONS =
            Set.of("opened", "closed", "reopened", "synchronize", "labeled", "unlabeled");

    @Override
    public String name() {
        return "github";
    }

    @Override
    public boolean isProvedBy(String secret, Delivery delivery, Instant now) {
        var wanted = "sha256=" + HexFormat.of().formatHex(Proof.hmac(secret, delivery.body()));
        return Proof.isSame(wanted, delivery.headers().only("X-Hub-Signature-256"));
    }

    @Override
    public String event(Headers headers) {
        return headers.only("X-GitHub-Event");
    }

    @Override
    public String id(Headers headers, Payload body) {
        return headers.only("X-GitHub-Delivery");
    }

    @Override
    public Answer read(String event, Payload body) {
        return switch (event.isEmpty() ? inferred(body) : event) {
            case "push" -> GithubShape.push(body, COMMITS);
            case "pull_request" -> GithubShape.pullRequest(body, ACTIONS);
            case "create" -> GithubShape.ref(body, true);
            case "delete" -> GithubShape.ref(body, false);
            case "" -> new Answer.Refused("this is no event of GitHub");
            case String other -> new Answer.Ignored("event " + other);
        };
    }

    static String inferred(Payload body) {
        if (body.has("/pull_request") && body.has("/action")) {
            return "pull_request";
        }
        return body.has("/ref") && body.has("/after") ? "push" : body.has("/zen") ? "ping" : "";
    }
}
