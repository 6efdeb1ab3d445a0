package io.dabbawala.gitwatcher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gitea and Forgejo, by their API of version 1. */
final class Gitea implements Dialect {

    private static final String API = "/api/v1";

    @Override
    public Optional<String> usualApi() {
        return Optional.empty();
    }

    @Override
    public Map.Entry<String, String> authorization(String token) {
        return Map.entry("Authorization", "token " + token);
    }

    @Override
    public List<PullRequest> pullRequests(ForgeClient forge, JsonNode configuration)
            throws CannotGenerate {
        var list =
                API
                        + "/repos/%s/%s/pulls?state=open&limit=50"
                                .formatted(
                                        ForgeClient.part(Dialect.required(configuration, "owner")),
                                        ForgeClient.part(Dialect.required(configuration, "repo")));
        return forge.all(list).stream().map(PullRequest::of).toList();
    }

    @Override
    public void propose(ForgeClient forge, String repository, Proposal proposal)
            throws CannotGenerate {
        forge.post(
                (API + "/repos/%s/pulls").formatted(ForgeClient.path(repository)),
                proposal.asGithub());
    }

    @Override
    public List<ForgeRepository> repositories(ForgeClient forge, Wanted wanted)
            throws CannotGenerate {
        var owner = Dialect.required(wanted.configuration(), "owner");
        var list = API + "/orgs/%s/repos?limit=50".formatted(ForgeClient.part(owner));
        return new OwnedRepositories(forge, wanted, API, "id").all(owner, forge.all(list));
    }
}
