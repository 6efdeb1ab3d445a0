package io.dabbawala.gitwatcher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.CannotGenerate;
import io.dabbawala.gitwatcher.generate.ForgeRepository;
import io.dabbawala.gitwatcher.generate.PullRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one kind of forge is asked. */
interface Dialect {

    Map<String, Dialect> BY_KIND =
            Map.of("github", new Github(), "gitlab", new Gitlab(), "gitea", new Gitea());

    /** The API a generator means that names none; empty if it has to. */
    Optional<String> usualApi();

    /**
     * The header that lets us in.
     *
     * @param token what the file of the forge holds
     */
    Map.Entry<String, String> authorization(String token);

    default Paging paging() {
        return Paging.BY_HEADER;
    }

    List<PullRequest> pullRequests(ForgeClient forge, JsonNode configuration) throws CannotGenerate;

    List<ForgeRepository> repositories(ForgeClient forge, Wanted wanted) throws CannotGenerate;

    /**
     * Asks for the branch to be merged into another one.
     *
     * @param repository its path on the forge
     */
    void propose(ForgeClient forge, String repository, Proposal proposal) throws CannotGenerate;

    static String required(JsonNode configuration, String member) throws CannotGenerate {
        var text = configuration.path(member).asText("");
        if (text.isEmpty()) {
            throw new CannotGenerate("the generator names no " + member);
        }
        return text;
    }
}
