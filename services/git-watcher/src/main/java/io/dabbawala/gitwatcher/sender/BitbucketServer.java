package io.dabbawala.gitwatcher.sender;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Bitbucket Data Center, by its documentation of event payloads. */
final class BitbucketServer implements Sender {

    private static final Set<String> PUSHES =
            Set.of("repo:refs_changed", "mirror:repo_synchronized");
    private static final Set<String> PULL_REQUESTS =
            Set.of(
                    "pr:opened",
                    "pr:from_ref_updated",
                    "pr:modified",
                    "pr:merged",
                    "pr:declined",
                    "pr:deleted");

    @Override
    public String name() {
        return "bitbucket-server";
    }

    @Override
    public boolean isProvedBy(String secret, Delivery delivery, Instant now) {
        return Bitbucket.isSigned(secret, delivery);
    }

    @Override
    public String event(Headers headers) {
        return headers.only("X-Event-Key");
    }

    @Override
    public String id(Headers headers, Payload body) {
        return headers.only("X-Request-Id");
    }

    @Override
    public Answer read(String event, Payload body) {
        var key = event.isEmpty() ? body.text("/eventKey") : event;
        if (key.isEmpty()) {
            return new Answer.Refused("this is no event of Bitbucket Data Center");
        }
        if (PUSHES.contains(key)) {
            return push(body);
        }
        return PULL_REQUESTS.contains(key) ? pullRequest(body) : new Answer.Ignored("event " + key);
    }

    private static Answer push(Payload body) {
        var repositories = addresses(body.at("/repository"));
        if (repositories.isEmpty() || !body.has("/changes")) {
            return new Answer.Refused("the push names no repository or no changes");
        }
        var changes =
                body.list("/changes").stream()
                        .flatMap(change -> change(repositories, change, actor(body)).stream())
                        .toList();
        return Answer.push(changes);
    }

    private static Optional<Change> change(
            List<String> repositories, Payload change, String actor) {
        return ChangedRef.of(change.textOf("/ref/id", "/refId"))
                .map(
                        ref ->
                                new Change(
                                        repositories,
                                        ref,
                                        change.commit("/fromHash"),
                                        change.commit("/toHash"),
                                        ChangedPaths.UNKNOWN,
                                        actor));
    }

    /** A pull request belongs to the repository it wants to get into. */
    private static Answer pullRequest(Payload body) {
        var request = body.at(body.has("/pullRequest") ? "/pullRequest" : "/pullrequest");
        var repositories =
                Stream.of("/toRef/repository", "/fromRef/repository")
                        .map(where -> addresses(request.at(where)))
                        .filter(found -> !found.isEmpty())
                        .findFirst();
        var number = request.text("/id");
        return repositories.isEmpty() || number.isEmpty()
                ? Answer.noPullRequest()
                : GithubShape.hint(
                        new Change(
                                repositories.get(),
                                ChangedRef.pullRequest(number),
                                body.commit("/previousFromHash"),
                                request.commit("/fromRef/latestCommit"),
                                ChangedPaths.UNKNOWN,
                                actor(body)));
    }

    /** Where it is cloned from by HTTP and by SSH, and the page of it. */
    private static List<String> addresses(Payload repository) {
        return Stream.concat(
                        repository.list("/links/clone").stream().map(link -> link.text("/href")),
                        repository.list("/links/self").stream()
                                .map(link -> link.text("/href").replaceFirst("/browse/?$", "")))
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }

    private static String actor(Payload body) {
        return body.textOf("/actor/name", "/actor/displayName", "/actor/display_name");
    }
}
