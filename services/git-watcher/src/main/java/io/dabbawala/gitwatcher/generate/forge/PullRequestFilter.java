package io.dabbawala.gitwatcher.generate.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.sprig.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Expressions that branch, target branch and title have to match, those that are there. */
public record PullRequestFilter(
        Predicate<String> branch, Predicate<String> target, Predicate<String> title) {

    public static List<PullRequestFilter> all(JsonNode filters) throws CannotGenerate {
        var all = new ArrayList<PullRequestFilter>();
        for (var filter : filters) {
            all.add(
                    new PullRequestFilter(
                            expression(filter, "branchMatch"),
                            expression(filter, "targetBranchMatch"),
                            expression(filter, "titleMatch")));
        }
        return all;
    }

    public static Predicate<String> expression(JsonNode filter, String member)
            throws CannotGenerate {
        var text = filter.path(member);
        if (!text.isTextual()) {
            return _ -> true;
        }
        return Expression.of(text.textValue())
                .orElseThrow(
                        () ->
                                new CannotGenerate(
                                        "error listing repos: error compiling %s %s: error parsing regexp"
                                                .formatted(member, text)));
    }

    public boolean passes(PullRequest pull) {
        return branch.test(pull.branch())
                && target.test(pull.targetBranch())
                && title.test(pull.title());
    }
}
