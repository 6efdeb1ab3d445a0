package io.dabbawala.gitwatcher.sender;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * GitLab, by its documentation of webhook events and of system hooks. It signs as Standard Webhooks
 * does; older ones send the secret itself, which is looked at only where there is no signature.
 */
final class Gitlab implements Sender {

    private static final Set<String> ACTIONS = Set.of("open", "close", "reopen", "update", "merge");
    private static final String[] ADDRESSES = {
        "/project/web_url",
        "/project/git_http_url",
        "/project/git_ssh_url",
        "/project/http_url",
        "/project/ssh_url",
        "/repository/homepage",
        "/repository/git_http_url",
        "/repository/git_ssh_url"
    };

    @Override
    public String name() {
        return "gitlab";
    }

    @Override
    public boolean isProvedBy(String secret, Delivery delivery, Instant now) {
        var signed = StandardSignature.of(delivery).isMadeWith(secret, now);
        var told = Proof.isSame(secret, delivery.headers().only("X-Gitlab-Token"));
        return delivery.headers().has(StandardSignature.HEADER) ? signed : told;
    }

    @Override
    public String event(Headers headers) {
        return headers.only("X-Gitlab-Event");
    }

    @Override
    public String id(Headers headers, Payload body) {
        var id = headers.only(StandardSignature.ID);
        return id.isEmpty() ? headers.only("X-Gitlab-Event-UUID") : id;
    }

    @Override
    public Answer read(String event, Payload body) {
        return switch (kind(event, body)) {
            case "push", "tag_push" -> push(body);
            case "merge_request" -> mergeRequest(body);
            case "repository_update" -> update(body);
            case "" -> new Answer.Refused("this is no event of GitLab");
            case String other -> new Answer.Ignored("event " + other);
        };
    }

    /** A system hook tells in its body what a project's hook has in its header. */
    private static String kind(String event, Payload body) {
        return switch (event) {
            case "Push Hook" -> "push";
            case "Tag Push Hook" -> "tag_push";
            case "Merge Request Hook" -> "merge_request";
            case "", "System Hook" -> body.textOf("/object_kind", "/event_name");
            default -> event;
        };
    }

    private static Answer push(Payload body) {
        var repositories = body.distinct(ADDRESSES);
        if (repositories.isEmpty()) {
            return new Answer.Refused("the push names no project");
        }
        if (body.text("/ref").isEmpty() || !body.has("/after")) {
            return new Answer.Refused("the push names no ref, or not where it is");
        }
        var commits = body.list("/commits");
        var complete =
                !body.commit("/before").isEmpty()
                        && commits.stream()
                                .anyMatch(one -> one.text("/id").equals(body.text("/after")))
                        && commits.size() >= body.count("/total_commits_count").orElse(0);
        return move(repositories, body, ChangedPaths.of(commits, complete), actor(body))
                .<Answer>map(change -> new Answer.Hint(List.of(change)))
                .orElseGet(() -> GithubShape.isNoBranch(body.text("/ref")));
    }

    private static Optional<Change> move(
            List<String> repositories, Payload move, ChangedPaths paths, String actor) {
        return ChangedRef.of(move.text("/ref"))
                .map(
                        ref ->
                                new Change(
                                        repositories,
                                        ref,
                                        move.commit("/before"),
                                        move.commit("/after"),
                                        paths,
                                        actor));
    }

    /** What a system hook tells of all refs of one push together. */
    private static Answer update(Payload body) {
        var repositories = body.distinct(ADDRESSES);
        if (repositories.isEmpty()) {
            return new Answer.Refused("the update names no project");
        }
        var changes =
                body.list("/changes").stream()
                        .flatMap(
                                change ->
                                        move(
                                                repositories,
                                                change,
                                                ChangedPaths.UNKNOWN,
                                                actor(body))
                                                .stream())
                        .toList();
        return changes.isEmpty()
                ? new Answer.Ignored("the update names no branch and no tag")
                : new Answer.Hint(changes);
    }

    private static Answer mergeRequest(Payload body) {
        var repositories = body.distinct(ADDRESSES);
        var number = body.text("/object_attributes/iid");
        if (repositories.isEmpty() || number.isEmpty()) {
            return new Answer.Refused("the event names no merge request or no project");
        }
        var action = body.text("/object_attributes/action");
        return ACTIONS.contains(action)
                ? GithubShape.hint(
                        new Change(
                                repositories,
                                ChangedRef.pullRequest(number),
                                body.commit("/object_attributes/oldrev"),
                                body.commit("/object_attributes/last_commit/id"),
                                ChangedPaths.UNKNOWN,
                                actor(body)))
                : new Answer.Ignored("merge request %s: %s".formatted(number, action));
    }

    private static String actor(Payload body) {
        return body.textOf("/user_username", "/user/username", "/user_name");
    }
}
