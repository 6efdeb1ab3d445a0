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

/** Bitbucket Cloud. */
class BitbucketTest {

    private static final String PULLS = "/repositories/acme/shop/pullrequests";
    private static final String PULL =
            """
            {"id":%d,"title":"Add pay","author":{"nickname":"asha","display_name":"Asha R"},
             "source":{"branch":{"name":"feature/pay"},"commit":{"hash":"a1b2c3d4e5f6"}},
             "destination":{"branch":{"name":"main"},"commit":{"hash":"0000000"}}}
            """;
    private static final String SHOP =
            """
            {"uuid":"{5}","slug":"shop","name":"The shop","mainbranch":{"name":"release/1"},
             "links":{"clone":[{"name":"https","href":"https://asha@git.example/acme/shop.git"},
                               {"name":"ssh","href":"git@git.example:acme/shop.git"}]}}
            """;
    private static final String EMPTY = "{\"uuid\":\"{6}\",\"slug\":\"new\",\"mainbranch\":null}";

    private final ForgeHost host = new ForgeHost().pagesAs("bitbucket");

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void reads_the_pull_requests_of_every_page_and_follows_no_address() throws Exception {
        host.list(PULLS, IntStream.range(1, 6).mapToObj(PULL::formatted).toArray(String[]::new));

        var pulls = pullRequests();

        assertThat(pulls).extracting(PullRequest::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(pulls)
                .contains(
                        new PullRequest(
                                1,
                                "Add pay",
                                "feature/pay",
                                "main",
                                "a1b2c3d4e5f6",
                                "asha",
                                List.of()));
        assertThat(host.requests())
                .containsExactly(
                        PULLS + "?state=OPEN&pagelen=50&page=1",
                        PULLS + "?state=OPEN&pagelen=50&page=2",
                        PULLS + "?state=OPEN&pagelen=50&page=3");
    }

    @Test
    void asks_the_cloud_if_the_generator_names_no_api() {
        assertThatThrownBy(
                        () ->
                                host.forges("bitbucket", null)
                                        .pullRequests(
                                                "bitbucket",
                                                host.asked("{'owner':'acme','repo':'shop'}")))
                .hasMessageContaining("https://api.bitbucket.org/2.0 is no configured forge");
    }

    @Test
    void lists_the_main_branch_of_an_owners_repositories_and_what_paths_it_has() throws Exception {
        host.list("/repositories/acme", SHOP, EMPTY)
                .object(
                        "/repositories/acme/shop/refs/branches/release/1",
                        "{\"name\":\"release/1\",\"target\":{\"hash\":\"a1\"}}")
                .object("/repositories/acme/shop/src/a1/deploy/k8s", "{}");

        var found =
                repositories(
                        "{'bitbucket':{'owner':'acme','user':'asha','api':'@'},'filters':[{'pathsExist':['deploy/k8s','deploy/x']}]}");

        assertThat(found)
                .containsExactly(
                        new ForgeRepository(
                                "acme",
                                "shop",
                                "{5}",
                                "git@git.example:acme/shop.git",
                                "release/1",
                                "a1",
                                List.of(),
                                List.of("deploy/k8s")));
        assertThat(host.requests())
                .contains(
                        "/repositories/acme?role=member&pagelen=100&page=1",
                        "/repositories/acme/shop/src/a1/deploy/x?format=meta");
    }

    @Test
    void lists_all_branches_with_the_address_that_is_asked_for() throws Exception {
        host.list("/repositories/acme", SHOP)
                .list(
                        "/repositories/acme/shop/refs/branches",
                        "{\"name\":\"main\",\"target\":{\"hash\":\"a1\"}}",
                        "{\"name\":\"next\",\"target\":{\"hash\":\"b2\"}}",
                        "{\"name\":\"last\",\"target\":{\"hash\":\"c3\"}}");

        var found =
                repositories(
                        "{'cloneProtocol':'https','bitbucket':{'owner':'acme','allBranches':true,'api':'@'}}");

        assertThat(found)
                .extracting(one -> one.branch() + " " + one.sha() + " " + one.url())
                .containsExactly(
                        "main a1 https://asha@git.example/acme/shop.git",
                        "next b2 https://asha@git.example/acme/shop.git",
                        "last c3 https://asha@git.example/acme/shop.git");
    }

    private List<PullRequest> pullRequests() throws CannotGenerate {
        var shop = host.asked("{'owner':'acme','repo':'shop','api':'@'}");
        return host.forges("bitbucket", null).pullRequests("bitbucket", shop);
    }

    private List<ForgeRepository> repositories(String configuration) throws CannotGenerate {
        return host.forges("bitbucket", null).repositories("bitbucket", host.asked(configuration));
    }
}
