package io.dabbawala.gitwatcher.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one kind of forge is asked. */
interface Dialect {

    Map<String, Dialect> BY_KIND = byKind();

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

    /** Both generators name Azure DevOps, each in its way. */
    private static Map<String, Dialect> byKind() {
        var azure = new AzureDevops();
        return Map.of(
                "github", new Github(),
                "gitlab", new Gitlab(),
                "gitea", new Gitea(),
                "bitbucket", new Bitbucket(),
                "bitbucketServer", new BitbucketServer(),
                "azuredevops", azure,
                "azureDevOps", azure);
    }

    /** What is asked below an address that a generator or a setting names. */
    default String root(String api) {
        return api;
    }

    /** Whether a refusal says that there is such a pull request. */
    default boolean isThere(int status, String said) {
        return status == 409 || status == 422 && said.contains("already exists");
    }

    static Map.Entry<String, String> bearer(String token) {
        return Map.entry("Authorization", "Bearer " + token);
    }

    static Map.Entry<String, String> basic(String userAndPassword) {
        var encoded = Base64.getEncoder().encodeToString(userAndPassword.getBytes(UTF_8));
        return Map.entry("Authorization", "Basic " + encoded);
    }

    /** A user and a password have a colon between them, which no token has. */
    static Map.Entry<String, String> basicOrBearer(String secret) {
        return secret.contains(":") ? basic(secret) : bearer(secret);
    }

    static String required(JsonNode configuration, String member) throws CannotGenerate {
        var text = configuration.path(member).asText("");
        if (text.isEmpty()) {
            throw new CannotGenerate("the generator names no " + member);
        }
        return text;
    }
}
