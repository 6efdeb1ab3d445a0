package io.dabbawala.gitwatcher.sender;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bitbucket Cloud, by its documentation of event payloads. A push does not say which files it
 * touched, and asking for them would mean to follow an address out of a body.
 */
final class Bitbucket implements Sender {

    private static final Set<String> PULL_REQUESTS =
            Set.of(
                    "pullrequest:created",
                    "pullrequest:updated",
                    "pullrequest:fulfilled",
                    "pullrequest:rejected");

    @Override
    public String name() {
        return "bitbucket";
    }

    @Override
    public boolean isProvedBy(String secret, Delivery delivery, Instant now) {
        return isSigned(secret, delivery);
    }

    /** Under the name GitHub has for SHA-1, but never with it. */
    static boolean isSigned(String secret, Delivery delivery) {
        var wanted = "sha256=" + HexFormat.of().formatHex(Proof.hmac(secret, delivery.body()));
        return Proof.isSame(wanted, delivery.headers().only("X-Hub-Signature"));
    }

    @Override
    public String event(Headers headers) {
        return headers.only("X-Event-Key");
    }

    @Override
    public String id(Headers headers, Payload body) {
        return headers.only("X-Request-UUID");
    }

    @Override
    public Answer read(String event, Payload body) {
        var key = event.isEmpty() ? inferred(body) : event;
        if (key.isEmpty()) {
            return new Answer.Refused("this is no event of Bitbucket");
        }
        if (key.equals("repo:push")) {
            return push(body);
        }
        return PULL_REQUESTS.contains(key) ? pullRequest(body) : new Answer.Ignored("event " + key);
    }

    private static String inferred(Payload body) {
        if (body.isObject("/push")) {
            return "repo:push";
        }
        return body.isObject("/pullrequest") ? "pullrequest:updated" : "";
    }

    private static Answer push(Payload body) {
        var repositories = addresses(body);
        if (repositories.isEmpty() || !body.has("/push/changes")) {
            return new Answer.Refused("the push names no repository or no changes");
        }
        var changes =
                body.list("/push/changes").stream()
                        .flatMap(change -> change(repositories, change, actor(body)).stream())
                        .toList();
        return Answer.push(changes);
    }

    private static Optional<Change> change(
            List<String> repositories, Payload change, String actor) {
        var name = change.textOf("/new/name", "/old/name");
        var isTag = change.textOf("/new/type", "/old/type").endsWith("tag");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Change(
                                repositories,
                                isTag ? ChangedRef.tag(name) : ChangedRef.branch(name),
                                change.commit("/old/target/hash"),
                                change.commit("/new/target/hash"),
                                ChangedPaths.UNKNOWN,
                                actor));
    }

    private static Answer pullRequest(Payload body) {
        var repositories = addresses(body);
        var number = body.text("/pullrequest/id");
        return repositories.isEmpty() || number.isEmpty()
                ? Answer.noPullRequest()
                : GithubShape.hint(
                        new Change(
                                repositories,
                                ChangedRef.pullRequest(number),
                                "",
                                body.commit("/pullrequest/source/commit/hash"),
                                ChangedPaths.UNKNOWN,
                                actor(body)));
    }

    /** The page of the repository is the only address there is, and not always. */
    private static List<String> addresses(Payload body) {
        var name = body.text("/repository/full_name");
        var links = body.distinct("/repository/links/html/href");
        return links.isEmpty() && !name.isEmpty()
                ? List.of("https://bitbucket.org/" + name)
                : links;
    }

    private static String actor(Payload body) {
        return body.textOf("/actor/nickname", "/actor/username", "/actor/display_name");
    }
}
