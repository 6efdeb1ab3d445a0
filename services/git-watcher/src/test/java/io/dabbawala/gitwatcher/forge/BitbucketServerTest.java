package io.dabbawala.gitwatcher.forge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bitbucket Data Center. */
class BitbucketServerTest {

    private static final String API = "/rest/api/1.0/projects/ACME";
    private static final String PULLS = API + "/repos/shop/pull-requests";
    private static final String PULL =
            """
            {"id":%d,"title":"Add pay","author":{"user":{"name":"asha","displayName":"Asha R"}},
             "fromRef":{"id":"refs/heads/feature/pay","displayId":"feature/pay",
                        "latestCommit":"a1b2c3d4e5"},
             "toRef":{"id":"refs/heads/main","displayId":"main","latestCommit":"0000000"}}
            """;
    private static final String SHOP =
            """
            {"id":5,"slug":"the-shop","name":"The shop","project":{"key":"ACME"},
             "links":{"clone":[{"name":"http","href":"https://git.example/scm/acme/the-shop.git"},
                               {"name":"ssh","href":"ssh://git@git.example/acme/the-shop.git"}]}}
            """;
    private static final String EMPTY = "{\"id\":6,\"slug\":\"new\",\"name\":\"new\"}";

    private final ForgeHost host = new ForgeHost().pagesAs("bitbucketServer");

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void reads_the_pull_requests_of_every_page_from_where_the_forge_says_it_starts()
            throws Exception {
        host.list(PULLS, IntStream.range(1, 6).mapToObj(PULL::formatted).toArray(String[]::new));

        var pulls = pullRequests("@");

        assertThat(pulls).extracting(PullRequest::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(pulls)
                .contains(
                        new PullRequest(
                                1,
                                "Add pay",
                                "feature/pay",
                                "main",
                                "a1b2c3d4e5",
                                "asha",
                                List.of()));
        assertThat(host.requests())
                .containsExactly(
                        PULLS + "?state=OPEN&limit=100&start=0",
                        PULLS + "?state=OPEN&limit=100&start=20",
                        PULLS + "?state=OPEN&limit=100&start=40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "@/", "@/rest", "@/rest/"})
    void the_address_of_the_host_and_that_of_its_api_are_one_forge(String api) throws Exception {
        host.list(PULLS);

        assertThat(pullRequests(api)).isEmpty();
    }

    @Test
    void lists_the_default_branch_of_a_projects_repositories_and_what_paths_it_has()
            throws Exception {
        host.list(API + "/repos", SHOP, EMPTY)
                .object(API + "/repos/the-shop/branches/default", branch("main", "a1"))
                .object(API + "/repos/new/branches/default", "")
                .object(API + "/repos/the-shop/browse/deploy/k8s", "{\"type\":\"DIRECTORY\"}");

        var found =
                repositories(
                        "{'bitbucketServer':{'project':'ACME','api':'@'},'filters':[{'pathsExist':['deploy/k8s','deploy/x']}]}");

        assertThat(found)
                .containsExactly(
                        new ForgeRepository(
                                "ACME",
                                "The shop",
                                "5",
                                "ssh://git@git.example/acme/the-shop.git",
                                "main",
                                "a1",
                                List.of(),
                                List.of("deploy/k8s")));
        assertThat(host.requests())
                .contains(
                        API + "/repos?limit=100&start=0",
                        API + "/repos/the-shop/browse/deploy/x?at=main&type=true");
    }

    @Test
    void lists_all_branches_with_the_address_that_is_asked_for() throws Exception {
        host.list(API + "/repos", SHOP)
                .object(API + "/repos/the-shop/branches/default", branch("main", "a1"))
                .list(
                        API + "/repos/the-shop/branches",
                        branch("main", "a1"),
                        branch("next", "b2"),
                        branch("last", "c3"));

        var found =
                repositories(
                        "{'cloneProtocol':'https','bitbucketServer':{'project':'ACME','allBranches':true,'api':'@/rest'}}");

        assertThat(found)
                .extracting(one -> one.branch() + " " + one.sha() + " " + one.url())
                .containsExactly(
                        "main a1 https://git.example/scm/acme/the-shop.git",
                        "next b2 https://git.example/scm/acme/the-shop.git",
                        "last c3 https://git.example/scm/acme/the-shop.git");
    }

    private static String branch(String name, String commit) {
        return "{\"id\":\"refs/heads/%s\",\"displayId\":\"%s\",\"latestCommit\":\"%s\"}"
                .formatted(name, name, commit);
    }

    private List<PullRequest> pullRequests(String api) throws CannotGenerate {
        var shop = host.asked("{'project':'ACME','repo':'shop','api':'%s'}".formatted(api));
        return host.forges("bitbucketServer", null).pullRequests("bitbucketServer", shop);
    }

    private List<ForgeRepository> repositories(String configuration) throws CannotGenerate {
        return host.forges("bitbucketServer", null)
                .repositories("bitbucketServer", host.asked(configuration));
    }
}
