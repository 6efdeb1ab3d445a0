package io.dabbawala.gitwatcher.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureDevopsTest {

    private static final String API = "/acme/My%20Project/_apis/git";
    private static final String PULLS = API + "/pullrequests";
    private static final String PULL =
            """
            {"pullRequestId":%d,"title":"Add pay","repository":{"id":"5","name":"shop"},
             "sourceRefName":"refs/heads/feature/pay","targetRefName":"refs/heads/main",
             "createdBy":{"displayName":"Asha R","uniqueName":"asha@git.example"},
             "lastMergeSourceCommit":{"commitId":"a1b2c3d4e5"},
             "labels":[{"id":"9","name":"preview"}]}
            """;
    private static final String REPOSITORIES =
            """
            {"count":2,"value":[
              {"id":"5-5","name":"the shop","defaultBranch":"refs/heads/release/1",
               "remoteUrl":"https://acme@git.example/acme/My%20Project/_git/the%20shop",
               "sshUrl":"git@ssh.git.example:v3/acme/My%20Project/the%20shop"},
              {"id":"6-6","name":"new","remoteUrl":"https://git.example/acme/_git/new"}]}
            """;

    private static final String PROJECT =
            "'organization':'acme','teamProject':'My Project','api':'@/'";

    private final ForgeHost host = new ForgeHost().pagesAs("azuredevops");

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void reads_the_pull_requests_of_one_repository_out_of_the_projects() throws Exception {
        host.list(
                PULLS,
                PULL.formatted(7),
                PULL.formatted(8).replace("\"shop\"", "\"Shop\""),
                PULL.formatted(9).replace("{\"commitId\":\"a1b2c3d4e5\"}", "null"));

        assertThat(pullRequests("azuredevops"))
                .containsExactly(
                        new PullRequest(
                                7,
                                "Add pay",
                                "feature/pay",
                                "main",
                                "a1b2c3d4e5",
                                "asha",
                                List.of("preview")));
    }

    @Test
    void turns_the_page_as_long_as_it_is_full() throws Exception {
        host.list(PULLS, IntStream.range(0, 201).mapToObj(PULL::formatted).toArray(String[]::new));

        assertThat(pullRequests("azuredevops"))
                .extracting(PullRequest::number)
                .containsExactlyElementsOf(
                        IntStream.range(0, 201).mapToObj(Long::valueOf).toList());
        assertThat(host.requests())
                .containsExactly(
                        PULLS + "?$top=100&api-version=7.0&$skip=0",
                        PULLS + "?$top=100&api-version=7.0&$skip=100",
                        PULLS + "?$top=100&api-version=7.0&$skip=200");
    }

    @Test
    void a_sign_in_page_is_no_answer() {
        host.answers(203, "");

        assertThatThrownBy(() -> pullRequests("azuredevops"))
                .isInstanceOf(CannotGenerate.class)
                .hasMessageContaining("answers 203");
    }

    @ParameterizedTest
    @CsvSource({"azuredevops", "azureDevOps"})
    void one_configured_forge_serves_both_generators_that_name_it_differently(String kind)
            throws Exception {
        host.list(PULLS, PULL.formatted(7)).object(API + "/repositories", "{\"value\":[]}");

        assertThat(pullRequests(kind)).hasSize(1);
        assertThat(repositories(kind, "{'azureDevOps':{%s}}".formatted(PROJECT))).isEmpty();
    }

    @Test
    void asks_the_cloud_if_the_generator_names_no_api() {
        assertThatThrownBy(
                        () ->
                                host.forges("azuredevops", null)
                                        .pullRequests("azuredevops", host.asked("{}")))
                .hasMessageContaining("https://dev.azure.com is no configured forge");
    }

    @Test
    void lists_the_default_branch_of_a_projects_repositories_and_what_paths_it_has()
            throws Exception {
        host.object(API + "/repositories", REPOSITORIES)
                .object(
                        API + "/repositories/5-5/stats/branches",
                        "{\"name\":\"release/1\",\"commit\":{\"commitId\":\"a1\"}}")
                .object(API + "/repositories/5-5/items", "{\"path\":\"/deploy/k8s\"}");

        var found =
                repositories(
                        "azuredevops",
                        "{'cloneProtocol':'ssh','azureDevOps':{%s},'filters':[{'pathsExist':['deploy/k8s']}]}"
                                .formatted(PROJECT));

        assertThat(found)
                .containsExactly(
                        new ForgeRepository(
                                "acme",
                                "the shop",
                                "5-5",
                                "https://acme@git.example/acme/My%20Project/_git/the%20shop",
                                "release/1",
                                "a1",
                                List.of(),
                                List.of("deploy/k8s")));
        assertThat(host.requests())
                .containsExactly(
                        API + "/repositories?api-version=7.0",
                        API + "/repositories/5-5/stats/branches?name=release%2F1&api-version=7.0",
                        API
                                + "/repositories/5-5/items?path=deploy%2Fk8s&versionDescriptor.version=release%2F1&api-version=7.0");
    }

    @Test
    void lists_all_branches_and_misses_paths_that_are_not_there() throws Exception {
        host.object(API + "/repositories", REPOSITORIES)
                .object(
                        API + "/repositories/5-5/stats/branches",
                        """
                        {"value":[{"name":"main","commit":{"commitId":"a1"}},
                                  {"name":"next","commit":{"commitId":"b2"}}]}
                        """);

        var found =
                repositories(
                        "azuredevops",
                        "{'azureDevOps':{'allBranches':true,%s},'filters':[{'pathsExist':['deploy/k8s']}]}"
                                .formatted(PROJECT));

        assertThat(found)
                .extracting(one -> one.branch() + " " + one.sha() + " " + one.paths())
                .containsExactly("main a1 []", "next b2 []");
    }

    private List<PullRequest> pullRequests(String kind) throws CannotGenerate {
        var shop =
                "{'organization':'acme','project':'My Project','repo':'shop','labels':['preview'],'api':'@'}";
        return host.forges(kind, null).pullRequests("azuredevops", host.asked(shop));
    }

    private List<ForgeRepository> repositories(String kind, String configuration)
            throws CannotGenerate {
        return host.forges(kind, null).repositories("azureDevOps", host.asked(configuration));
    }
}
