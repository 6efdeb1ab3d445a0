package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An open pull request. */
public record PullRequest(
        long number,
        String title,
        String branch,
        String targetBranch,
        String headSha,
        String author,
        List<String> labels) {

    public PullRequest {
        labels = List.copyOf(labels);
    }

    /** Reads what GitHub, GitLab or Gitea answer, and the same members in snake or camel case. */
    public static PullRequest of(JsonNode node) {
        return new PullRequest(
                first(node, "/number", "/iid", "/Number").asLong(),
                first(node, "/title", "/Title").asText(),
                first(node, "/head/ref", "/source_branch", "/branch", "/Branch").asText(),
                first(node, "/base/ref", "/target_branch", "/targetBranch", "/TargetBranch")
                        .asText(),
                first(node, "/head/sha", "/sha", "/head_sha", "/headSHA", "/headSha", "/HeadSHA")
                        .asText(),
                first(node, "/user/login", "/author/username", "/author", "/Author").asText(),
                labels(first(node, "/labels", "/Labels")));
    }

    private static JsonNode first(JsonNode node, String... pointers) {
        for (var pointer : pointers) {
            if (node.at(pointer).isValueNode() && !node.at(pointer).isNull()
                    || node.at(pointer).isArray()) {
                return node.at(pointer);
            }
        }
        return node.at("/-");
    }

    private static List<String> labels(JsonNode node) {
        var labels = new ArrayList<String>();
        node.forEach(
                label ->
                        labels.add(
                                label.isTextual() ? label.asText() : label.path("name").asText()));
        return labels;
    }
}
