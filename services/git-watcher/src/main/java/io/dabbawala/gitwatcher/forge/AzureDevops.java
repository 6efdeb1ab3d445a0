package io.dabbawala.gitwatcher.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Azure DevOps, by its REST API of version 7.0. */
final class AzureDevops implements Dialect {

    private static final String VERSION = "api-version=7.0";
    private static final int PAGE = 100;

    /** Nothing says that there is more; only a page that is not full is the last. */
    private static final Paging PAGING =
            new Paging(
                    "$skip",
                    0,
                    "/value",
                    (at, body, _) ->
                            body.path("value").size() < PAGE
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(at + PAGE));

    @Override
    public Optional<String> usualApi() {
        return Optional.of("https://dev.azure.com");
    }

    @Override
    public Map.Entry<String, String> authorization(String token) {
        return Dialect.basic(token.contains(":") ? token : ":" + token);
    }

    @Override
    public Paging paging() {
        return PAGING;
    }

    /** Those of the project, of which one repository's count, as Argo CD takes them. */
    @Override
    public List<PullRequest> pullRequests(ForgeClient forge, JsonNode configuration)
            throws CannotGenerate {
        var repository = Dialect.required(configuration, "repo");
        var query = "/pullrequests?$top=%d&%s".formatted(PAGE, VERSION);
        return forge.all(git(configuration, "project") + query).stream()
                .filter(pull -> pull.at("/repository/name").asText().equals(repository))
                .filter(AzureDevops::isWhole)
                .map(PullRequest::of)
                .toList();
    }

    /** While Azure DevOps has not tried to merge it, a pull request has no commit. */
    private static boolean isWhole(JsonNode pull) {
        return Stream.of(
                        "/pullRequestId",
                        "/sourceRefName",
                        "/targetRefName",
                        "/lastMergeSourceCommit/commitId")
                .allMatch(member -> pull.at(member).isValueNode() && !pull.at(member).isNull());
    }

    /**
     * The path of an address is {@code organization/project/_git/name} by HTTPS and {@code
     * v3/organization/project/name} by SSH; a project's first repository has its name, which is
     * left out once.
     */
    @Override
    public void propose(ForgeClient forge, String repository, Proposal proposal)
            throws CannotGenerate {
        var parts =
                Arrays.stream(repository.replaceFirst("^v3/", "").split("/"))
                        .filter(part -> !part.equals("_git"))
                        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), UTF_8))
                        .toList();
        if (parts.size() < 2 || parts.size() > 3) {
            throw new CannotGenerate("\"%s\" names no project".formatted(repository));
        }
        var at =
                "/%s/%s/_apis/git/repositories/%s/pullrequests?%s"
                        .formatted(
                                ForgeClient.part(parts.getFirst()),
                                ForgeClient.part(parts.get(1)),
                                ForgeClient.part(parts.getLast()),
                                VERSION);
        forge.post(
                at,
                Map.of(
                        "title",
                        proposal.title(),
                        "description",
                        proposal.text(),
                        "sourceRefName",
                        "refs/heads/" + proposal.branch(),
                        "targetRefName",
                        "refs/heads/" + proposal.into()));
    }

    /** Addresses are those of HTTPS whatever the protocol; a repository without one is left out. */
    @Override
    public List<ForgeRepository> repositories(ForgeClient forge, Wanted wanted)
            throws CannotGenerate {
        var list = git(wanted.configuration(), "teamProject") + "/repositories";
        var all = new ArrayList<ForgeRepository>();
        for (var one : values(forge, list + "?" + VERSION)) {
            if (one.hasNonNull("id")
                    && one.hasNonNull("name")
                    && one.hasNonNull("defaultBranch")
                    && one.hasNonNull("remoteUrl")) {
                var at = list + "/" + ForgeClient.part(one.path("id").asText());
                for (var branch : branches(forge, wanted, one, at)) {
                    all.add(repository(forge, wanted, one, at, branch));
                }
            }
        }
        return all;
    }

    private static String git(JsonNode configuration, String project) throws CannotGenerate {
        return "/%s/%s/_apis/git"
                .formatted(
                        ForgeClient.part(Dialect.required(configuration, "organization")),
                        ForgeClient.part(Dialect.required(configuration, project)));
    }

    private static List<JsonNode> branches(
            ForgeClient forge, Wanted wanted, JsonNode one, String at) throws CannotGenerate {
        if (wanted.isAllBranches()) {
            return values(forge, at + "/stats/branches?" + VERSION);
        }
        var usual = one.path("defaultBranch").asText().replaceFirst("^refs/heads/", "");
        var branch = "/stats/branches?name=%s&%s".formatted(ForgeClient.part(usual), VERSION);
        return forge.one(at + branch).stream().toList();
    }

    /** These lists have one page. */
    private static List<JsonNode> values(ForgeClient forge, String path) throws CannotGenerate {
        var values = new ArrayList<JsonNode>();
        forge.one(path)
                .orElseThrow(() -> new CannotGenerate("Azure DevOps has no " + path))
                .path("value")
                .forEach(values::add);
        return values;
    }

    private static ForgeRepository repository(
            ForgeClient forge, Wanted wanted, JsonNode one, String at, JsonNode branch)
            throws CannotGenerate {
        var name = branch.path("name").asText();
        var item = "%s/items?path=%s&versionDescriptor.version=%s&%s";
        var version = ForgeClient.part(name);
        return new ForgeRepository(
                wanted.configuration().path("organization").asText(),
                one.path("name").asText(),
                one.path("id").asText(),
                one.path("remoteUrl").asText(),
                name,
                branch.path("commit").path("commitId").asText(),
                List.of(),
                wanted.pathsThat(
                        path ->
                                forge.one(
                                                item.formatted(
                                                        at,
                                                        ForgeClient.part(path),
                                                        version,
                                                        VERSION))
                                        .isPresent()));
    }
}
