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

/** Bitbucket Cloud, by its REST API of version 2.0. */
final class Bitbucket implements Dialect {

    /** The address of the next page is not followed; that there is one counts. */
    private static final Paging PAGING =
            new Paging(
                    "page",
                    1,
                    "/values",
                    (at, body, _) ->
                            body.hasNonNull("next")
                                    ? OptionalLong.of(at + 1)
                                    : OptionalLong.empty());

    @Override
    public Optional<String> usualApi() {
        return Optional.of("https://api.bitbucket.org/2.0");
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
        var list =
                "/repositories/%s/%s/pullrequests?state=OPEN&pagelen=50"
                        .formatted(
                                ForgeClient.part(Dialect.required(configuration, "owner")),
                                ForgeClient.part(Dialect.required(configuration, "repo")));
        return forge.all(list).stream().map(PullRequest::of).toList();
    }

    @Override
    public void propose(ForgeClient forge, String repository, Proposal proposal)
            throws CannotGenerate {
        forge.post(
                "/repositories/%s/pullrequests".formatted(ForgeClient.path(repository)),
                Map.of(
                        "title", proposal.title(),
                        "description", proposal.text(),
                        "source", branch(proposal.branch()),
                        "destination", branch(proposal.into())));
    }

    private static Map<String, ?> branch(String name) {
        return Map.of("branch", Map.of("name", name));
    }

    @Override
    public List<ForgeRepository> repositories(ForgeClient forge, Wanted wanted)
            throws CannotGenerate {
        var owner = Dialect.required(wanted.configuration(), "owner");
        var list = "/repositories/%s".formatted(ForgeClient.part(owner));
        var all = new ArrayList<ForgeRepository>();
        for (var one : forge.all(list + "?role=member&pagelen=100")) {
            var at = list + "/" + ForgeClient.part(one.path("slug").asText());
            for (var branch : branches(forge, wanted, one, at)) {
                all.add(repository(forge, wanted, owner, one, at, branch));
            }
        }
        return all;
    }

    private static List<JsonNode> branches(
            ForgeClient forge, Wanted wanted, JsonNode one, String at) throws CannotGenerate {
        if (wanted.isAllBranches()) {
            return forge.all(at + "/refs/branches?pagelen=100");
        }
        var usual = one.path("mainbranch").path("name").asText("");
        return usual.isEmpty()
                ? List.of()
                : forge.one(at + "/refs/branches/" + ForgeClient.path(usual)).stream().toList();
    }

    private static ForgeRepository repository(
            ForgeClient forge,
            Wanted wanted,
            String owner,
            JsonNode one,
            String at,
            JsonNode branch)
            throws CannotGenerate {
        var commit = branch.path("target").path("hash").asText();
        var files = "%s/src/%s/".formatted(at, ForgeClient.part(commit));
        return new ForgeRepository(
                owner,
                one.path("slug").asText(),
                one.path("uuid").asText(),
                Wanted.cloneLink(one, wanted.isHttps() ? "https" : "ssh"),
                branch.path("name").asText(),
                commit,
                List.of(),
                wanted.pathsThat(
                        path ->
                                forge.one(files + ForgeClient.path(path) + "?format=meta")
                                        .isPresent()));
    }
}
