package io.dabbawala.gitwatcher.sender;

import java.util.List;
import java.util.Set;

/** Events as GitHub shapes them, which Gitea and Gogs took over with words of their own. */
final class GithubShape {

    private static final String[] ADDRESSES = {
        "/repository/html_url",
        "/repository/clone_url",
        "/repository/ssh_url",
        "/repository/git_url"
    };

    /**
     * @param most how many commits the sender lists; of more it lists the newest
     */
    static Answer push(Payload body, int most) {
        var repositories = body.distinct(ADDRESSES);
        if (repositories.isEmpty()) {
            return new Answer.Refused("the push names no repository");
        }
        if (body.text("/ref").isEmpty() || !body.has("/after")) {
            return new Answer.Refused("the push names no ref, or not where it is");
        }
        var before = body.commit("/before");
        var after = body.commit("/after");
        var commits = body.list("/commits");
        var complete =
                !before.isEmpty()
                        && !body.flag("/forced")
                        && commits.stream().anyMatch(one -> one.text("/id").equals(after))
                        && commits.size() < most
                        && commits.size() >= body.count("/total_commits").orElse(0);
        return ChangedRef.of(body.text("/ref"))
                .<Answer>map(
                        ref ->
                                hint(
                                        new Change(
                                                repositories,
                                                ref,
                                                before,
                                                after,
                                                ChangedPaths.of(commits, complete),
                                                actor(body))))
                .orElseGet(() -> isNoBranch(body.text("/ref")));
    }

    static Answer isNoBranch(String ref) {
        return new Answer.Ignored("%s is no branch and no tag".formatted(ref));
    }

    static Answer hint(Change change) {
        return new Answer.Hint(List.of(change));
    }

    static Answer pullRequest(Payload body, Set<String> actions) {
        var repositories = body.distinct(ADDRESSES);
        var number = body.textOf("/number", "/pull_request/number");
        if (repositories.isEmpty() || number.isEmpty() || !body.isObject("/pull_request")) {
            return Answer.noPullRequest();
        }
        var action = body.text("/action");
        return actions.contains(action)
                ? hint(
                        new Change(
                                repositories,
                                ChangedRef.pullRequest(number),
                                body.commit("/before"),
                                body.commit("/pull_request/head/sha"),
                                ChangedPaths.UNKNOWN,
                                actor(body)))
                : new Answer.Ignored("pull request %s: %s".formatted(number, action));
    }

    /** A ref that came or went; a push tells of it too where the sender sends one. */
    static Answer ref(Payload body, boolean isNew) {
        var repositories = body.distinct(ADDRESSES);
        var name = body.text("/ref");
        var type = body.text("/ref_type");
        if (repositories.isEmpty() || type.isEmpty()) {
            return new Answer.Refused("the event names no ref or no repository");
        }
        if (name.isEmpty() || !type.equals("branch") && !type.equals("tag")) {
            return new Answer.Ignored("a %s is no branch and no tag".formatted(type));
        }
        var plain = ChangedRef.of(name).map(ChangedRef::name).orElse(name);
        return hint(
                new Change(
                        repositories,
                        type.equals("tag") ? ChangedRef.tag(plain) : ChangedRef.branch(plain),
                        "",
                        isNew ? body.commit("/sha") : "",
                        ChangedPaths.UNKNOWN,
                        actor(body)));
    }

    private static String actor(Payload body) {
        return body.textOf("/sender/login", "/sender/username", "/pusher/login", "/pusher/name");
    }

    private GithubShape() {}
}
