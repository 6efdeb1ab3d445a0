package io.dabbawala.gitwatcher.sender;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Azure DevOps, by its documentation of service hooks. It signs nothing: the secret is what Basic
 * authentication carries, {@code user:password}, or the password alone whoever the user is.
 */
final class AzureDevops implements Sender {

    private static final String BASIC = "Basic ";
    private static final Set<String> PULL_REQUESTS =
            Set.of("git.pullrequest.created", "git.pullrequest.updated", "git.pullrequest.merged");

    @Override
    public String name() {
        return "azure-devops";
    }

    @Override
    public boolean isProvedBy(String secret, Delivery delivery, Instant now) {
        var given = credentials(delivery.headers().only("Authorization"));
        var whole = Proof.isSame(secret, given);
        var password = Proof.isSame(secret, given.substring(given.indexOf(':') + 1));
        return !secret.isEmpty() && (whole | password);
    }

    private static String credentials(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            var encoded = authorization.substring(BASIC.length()).strip();
            return new String(Base64.getDecoder().decode(encoded), UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    @Override
    public String event(Headers headers) {
        return "";
    }

    @Override
    public String id(Headers headers, Payload body) {
        return body.text("/id");
    }

    @Override
    public Answer read(String event, Payload body) {
        var type = event.isEmpty() ? body.text("/eventType") : event;
        if (type.isEmpty()) {
            return new Answer.Refused("this is no event of Azure DevOps");
        }
        if (type.equals("git.push")) {
            return push(body.at("/resource"));
        }
        return PULL_REQUESTS.contains(type)
                ? pullRequest(body.at("/resource"))
                : new Answer.Ignored("event " + type);
    }

    private static Answer push(Payload push) {
        var repositories = addresses(push);
        if (repositories.isEmpty() || !push.has("/refUpdates")) {
            return new Answer.Refused("the push names no repository or no ref updates");
        }
        var changes =
                push.list("/refUpdates").stream()
                        .flatMap(
                                update ->
                                        change(
                                                repositories,
                                                update,
                                                push.textOf(
                                                        "/pushedBy/uniqueName",
                                                        "/pushedBy/displayName"))
                                                .stream())
                        .toList();
        return Answer.push(changes);
    }

    private static Optional<Change> change(
            List<String> repositories, Payload update, String actor) {
        return ChangedRef.of(update.text("/name"))
                .map(
                        ref ->
                                new Change(
                                        repositories,
                                        ref,
                                        update.commit("/oldObjectId"),
                                        update.commit("/newObjectId"),
                                        ChangedPaths.UNKNOWN,
                                        actor));
    }

    private static Answer pullRequest(Payload request) {
        var repositories = addresses(request);
        var number = request.text("/pullRequestId");
        return repositories.isEmpty() || number.isEmpty()
                ? Answer.noPullRequest()
                : GithubShape.hint(
                        new Change(
                                repositories,
                                ChangedRef.pullRequest(number),
                                "",
                                request.commit("/lastMergeSourceCommit/commitId"),
                                ChangedPaths.UNKNOWN,
                                request.textOf("/createdBy/uniqueName", "/createdBy/displayName")));
    }

    private static List<String> addresses(Payload resource) {
        return resource.distinct(
                "/repository/remoteUrl", "/repository/webUrl", "/repository/sshUrl");
    }
}
