package io.dabbawala.gitwatcher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GitHub, by its REST API of 2022-11-28. */
final class Github implements Dialect {

    @Override
    public Optional<String> usualApi() {
        return Optional.of("https://api.github.com");
    }

    @Override
    public Map.Entry<String, String> authorization(String token) {
        return Dialect.bearer(token);
    }

    @Override
    public List<PullRequest> pullRequests(ForgeClient forge, JsonNode configuration)
            throws CannotGenerate {
        var repository =
                ForgeClient.part(Dialect.required(configuration, "owner"))
                        + "/"
                        + ForgeClient.part(Dialect.required(configuration, "repo"));
        return forge.all("/repos/%s/pulls?state=open&per_page=100".formatted(repository)).stream()
                .map(PullRequest::of)
                .toList();
    }

    @Override
    public void propose(ForgeClient forge, String repository, Proposal proposal)
            throws CannotGenerate {
        forge.post("/repos/%s/pulls".formatted(ForgeClient.path(repository)), proposal.asGithub());
    }

    @Override
    public List<ForgeRepository> repositories(ForgeClient forge, Wanted wanted)
            throws CannotGenerate {
        var organization = Dialect.required(wanted.configuration(), "organization");
        var list = "/orgs/%s/repos?per_page=100".formatted(ForgeClient.part(organization));
        return new OwnedRepositories(forge, wanted, "", "sha").all(organization, forge.all(list));
    }
}
