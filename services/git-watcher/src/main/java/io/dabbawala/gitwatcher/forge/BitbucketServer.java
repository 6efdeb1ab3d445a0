package io.dabbawala.gitwatcher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Bitbucket Data Center, by its REST API of version 1.0. */
final class BitbucketServer implements Dialect {

    private static final String REPOSITORY = "/rest/api/1.0/projects/%s/repos/%s";

    private static final Paging PAGING =
            new Paging(
                    "start",
                    0,
                    "/values",
                    (_, body, _) ->
                            body.path("isLastPage").asBoolean(true)
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(body.path("nextPageStart").asLong()));

    @Override
    public Optional<String> usualApi() {
        return Optional.empty();
    }

    /** Argo CD takes both the address of the host and that of its API. */
    @Override
    public String root(String api) {
        return api.replaceFirst("/rest$", "");
    }

    @Override
    public Map.Entry<String, String> authorization(String token) {
        return Dialect.basicOrBearer(token);
    }

    @Override
    public Paging paging() {
        return PAGING;
    }

    @Override
    public List<PullRequest> pullRequests(ForgeClient forge, JsonNode configuration)
            throws CannotGenerate {
        var at =
                REPOSITORY.formatted(
                        ForgeClient.part(Dialect.required(configuration, "project")),
                        ForgeClient.part(Dialect.required(configuration, "repo")));
        return forge.all(at + "/pull-requests?state=OPEN&limit=100").stream()
                .map(PullRequest::of)
                .toList();
    }

    /** Of an address the project and the name are the end: {@code scm/project/name} by HTTPS. */
    @Override
    public void propose(ForgeClient forge, String repository, Proposal proposal)
            throws CannotGenerate {
        var parts = repository.split("/");
        if (parts.length < 2) {
            throw new CannotGenerate("\"%s\" names no project".formatted(repository));
        }
        var at =
                REPOSITORY.formatted(
                        ForgeClient.part(parts[parts.length - 2]),
                        ForgeClient.part(parts[parts.length - 1]));
        forge.post(
                at + "/pull-requests",
                Map.of(
                        "title", proposal.title(),
                        "description", proposal.text(),
                        "fromRef", Map.of("id", "refs/heads/" + proposal.branch()),
                        "toRef", Map.of("id", "refs/heads/" + proposal.into())));
    }

    /** One that would merge nothing is a conflict, too. */
    @Override
    public boolean isThere(int status, String said) {
        return status == 409 && said.contains("DuplicatePullRequestException");
    }

    @Override
    public List<ForgeRepository> repositories(ForgeClient forge, Wanted wanted)
            throws CannotGenerate {
        var project = ForgeClient.part(Dialect.required(wanted.configuration(), "project"));
        var all = new ArrayList<ForgeRepository>();
        for (var one : forge.all("/rest/api/1.0/projects/%s/repos?limit=100".formatted(project))) {
            var at = REPOSITORY.formatted(project, ForgeClient.part(one.path("slug").asText()));
            var usual = forge.one(at + "/branches/default");
            if (usual.isPresent()) {
                var branches =
                        wanted.isAllBranches()
                                ? forge.all(at + "/branches?limit=100")
                                : List.of(usual.get());
                for (var branch : branches) {
                    all.add(repository(forge, wanted, one, at, branch));
                }
            }
        }
        return all;
    }

    private static ForgeRepository repository(
            ForgeClient forge, Wanted wanted, JsonNode one, String at, JsonNode branch)
            throws CannotGenerate {
        var name = branch.path("displayId").asText();
        var query = "?at=%s&type=true".formatted(ForgeClient.part(name));
        return new ForgeRepository(
                one.path("project").path("key").asText(),
                one.path("name").asText(),
                one.path("id").asText(),
                Wanted.cloneLink(one, wanted.isHttps() ? "http" : "ssh"),
                name,
                branch.path("latestCommit").asText(),
                List.of(),
                wanted.pathsThat(
                        path ->
                                forge.one(at + "/browse/" + ForgeClient.path(path) + query)
                                        .isPresent()));
    }
}
