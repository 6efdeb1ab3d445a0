package io.dabbawala.gitwatcher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.ArrayList;
import java.util.List;

/**
 * The branches of an owner's repositories where GitHub and Gitea are alike.
 *
 * @param root of the API
 * @param commit the member that holds a commit's id
 */
record OwnedRepositories(ForgeClient forge, Wanted wanted, String root, String commit) {

    List<ForgeRepository> all(String owner, List<JsonNode> repositories) throws CannotGenerate {
        var all = new ArrayList<ForgeRepository>();
        for (var one : repositories) {
            var name = one.path("name").asText();
            var at =
                    root
                            + "/repos/%s/%s"
                                    .formatted(ForgeClient.part(owner), ForgeClient.part(name));
            for (var branch : branches(at, one.path("default_branch").asText())) {
                all.add(repository(owner, one, at, branch));
            }
        }
        return all;
    }

    private List<JsonNode> branches(String at, String usual) throws CannotGenerate {
        if (wanted.isAllBranches()) {
            return forge.all(at + "/branches?per_page=100&limit=50");
        }
        return usual.isEmpty()
                ? List.of()
                : forge.one(at + "/branches/" + ForgeClient.part(usual)).stream().toList();
    }

    private ForgeRepository repository(String owner, JsonNode one, String at, JsonNode branch)
            throws CannotGenerate {
        var branchName = branch.path("name").asText();
        var labels = new ArrayList<String>();
        one.path("topics").forEach(topic -> labels.add(topic.asText()));
        return new ForgeRepository(
                owner,
                one.path("name").asText(),
                one.path("id").asText(),
                one.path(wanted.isHttps() ? "clone_url" : "ssh_url").asText(),
                branchName,
                branch.path("commit").path(commit).asText(),
                labels,
                wanted.pathsThat(path -> has(at, branchName, path)));
    }

    private boolean has(String at, String branch, String path) throws CannotGenerate {
        var contents =
                "%s/contents/%s?ref=%s"
                        .formatted(at, ForgeClient.path(path), ForgeClient.part(branch));
        return forge.one(contents).isPresent();
    }
}
