package io.dabbawala.gitwatcher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GitLab, by its REST API of version 4. */
final class Gitlab implements Dialect {

    private static final String API = "/api/v4";

    @Override
    public Optional<String> usualApi() {
        return Optional.of("https://gitlab.com");
    }

    @Override
    public Map.Entry<String, String> authorization(String token) {
        return Map.entry("PRIVATE-TOKEN", token);
    }

    /** Merge requests in every state if the generator names none, as Argo CD takes it. */
    @Override
    public List<PullRequest> pullRequests(ForgeClient forge, JsonNode configuration)
            throws CannotGenerate {
        var project = ForgeClient.part(Dialect.required(configuration, "project"));
        var state = configuration.path("pullRequestState").asText("");
        var list =
                API
                        + "/projects/%s/merge_requests?state=%s&per_page=100"
                                .formatted(
                                        project, ForgeClient.part(state.isEmpty() ? "all" : state));
        return forge.all(list).stream().map(PullRequest::of).toList();
    }

    @Override
    public void propose(ForgeClient forge, String repository, Proposal proposal)
            throws CannotGenerate {
        forge.post(
                API + "/projects/%s/merge_requests".formatted(ForgeClient.part(repository)),
                Map.of(
                        "title", proposal.title(),
                        "description", proposal.text(),
                        "source_branch", proposal.branch(),
                        "target_branch", proposal.into()));
    }

    @Override
    public List<ForgeRepository> repositories(ForgeClient forge, Wanted wanted)
            throws CannotGenerate {
        var configuration = wanted.configuration();
        var list =
                API
                        + "/groups/%s/projects?include_subgroups=%s&with_shared=%s&topic=%s&per_page=100"
                                .formatted(
                                        ForgeClient.part(Dialect.required(configuration, "group")),
                                        configuration.path("includeSubgroups").asBoolean(false),
                                        configuration.path("includeSharedProjects").asBoolean(true),
                                        topic(configuration));
        var all = new ArrayList<ForgeRepository>();
        for (var project : forge.all(list)) {
            var at = API + "/projects/" + ForgeClient.part(project.path("id").asText());
            for (var branch : branches(forge, wanted, project, at)) {
                all.add(repository(forge, wanted, project, at, branch));
            }
        }
        return all;
    }

    private static String topic(JsonNode configuration) throws CannotGenerate {
        var topic = configuration.path("topic").asText("");
        return topic.isEmpty() ? "" : ForgeClient.part(topic);
    }

    private static List<JsonNode> branches(
            ForgeClient forge, Wanted wanted, JsonNode project, String at) throws CannotGenerate {
        if (wanted.isAllBranches()) {
            return forge.all(at + "/repository/branches?per_page=100");
        }
        var usual = project.path("default_branch").asText("");
        return usual.isEmpty()
                ? List.of()
                : forge.one(at + "/repository/branches/" + ForgeClient.part(usual)).stream()
                        .toList();
    }

    private static ForgeRepository repository(
            ForgeClient forge, Wanted wanted, JsonNode project, String at, JsonNode branch)
            throws CannotGenerate {
        var name = branch.path("name").asText();
        var labels = new ArrayList<String>();
        project.path("topics").forEach(topic -> labels.add(topic.asText()));
        return new ForgeRepository(
                project.path("namespace").path("full_path").asText(),
                project.path("path").asText(),
                project.path("id").asText(),
                project.path(wanted.isHttps() ? "http_url_to_repo" : "ssh_url_to_repo").asText(),
                name,
                branch.path("commit").path("id").asText(),
                labels,
                wanted.pathsThat(path -> has(forge, at, name, path)));
    }

    /** A file or a folder; the only question about both is what its folder holds. */
    private static boolean has(ForgeClient forge, String at, String branch, String path)
            throws CannotGenerate {
        var slash = path.lastIndexOf('/');
        var folder = slash < 0 ? "" : "&path=" + ForgeClient.part(path.substring(0, slash));
        var list =
                at
                        + "/repository/tree?ref=%s&per_page=100%s"
                                .formatted(ForgeClient.part(branch), folder);
        return forge.allIfAny(list).stream()
                .anyMatch(entry -> entry.path("path").asText().equals(path));
    }
}
