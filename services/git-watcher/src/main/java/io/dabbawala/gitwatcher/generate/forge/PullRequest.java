package io.dabbawala.gitwatcher.generate.forge;

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

    private static final String[] SOURCES = {
        "/head/ref",
        "/source_branch",
        "/branch",
        "/Branch",
        "/fromRef/displayId",
        "/source/branch/name",
        "/sourceRefName"
    };
    private static final String[] TARGETS = {
        "/base/ref",
        "/target_branch",
        "/targetBranch",
        "/TargetBranch",
        "/toRef/displayId",
        "/destination/branch/name",
        "/targetRefName"
    };
    private static final String[] COMMITS = {
        "/head/sha",
        "/sha",
        "/head_sha",
        "/headSHA",
        "/headSha",
        "/HeadSHA",
        "/fromRef/latestCommit",
        "/source/commit/hash",
        "/lastMergeSourceCommit/commitId"
    };
    private static final String[] AUTHORS = {
        "/user/login",
        "/author/username",
        "/author/user/name",
        "/author/nickname",
        "/author",
        "/Author"
    };

    public PullRequest {
        labels = List.copyOf(labels);
    }

    /** Reads what the forges answer, and the same members in snake or camel case. */
    public static PullRequest of(JsonNode node) {
        return new PullRequest(
                first(node, "/number", "/iid", "/Number", "/pullRequestId", "/id").asLong(),
                first(node, "/title", "/Title").asText(),
                branch(first(node, SOURCES)),
                branch(first(node, TARGETS)),
                first(node, COMMITS).asText(),
                author(node),
                labels(first(node, "/labels", "/Labels")));
    }

    /** Azure DevOps has the whole ref. */
    private static String branch(JsonNode ref) {
        return ref.asText().replaceFirst("^refs/heads/", "");
    }

    /** On Azure DevOps what stands before the domain of an address. */
    private static String author(JsonNode node) {
        var address = node.at("/createdBy/uniqueName").asText("");
        return address.isEmpty()
                ? first(node, AUTHORS).asText()
                : address.substring(0, (address + "@").indexOf('@'));
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
