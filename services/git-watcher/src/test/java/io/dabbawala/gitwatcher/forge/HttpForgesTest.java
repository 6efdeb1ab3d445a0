package io.dabbawala.gitwatcher.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.forge.PullRequest;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpForgesTest {

    private static final String GITHUB_PULL =
            """
            {"url":"http://192.0.2.1/x","number":%d,"title":"Add pay","user":{"login":"asha"},
             "head":{"ref":"feature/pay","sha":"a1b2c3d4e5"},"base":{"ref":"main"},
             "labels":[{"name":"preview"}]}
            """;
    private static final String GITLAB_PULL =
            """
            {"iid":7,"title":"Add pay","author":{"username":"asha"},"sha":"a1b2c3d4e5",
             "source_branch":"feature/pay","target_branch":"main","labels":["preview"]}
            """;
    private static final PullRequest SEVENTH =
            new PullRequest(
                    7, "Add pay", "feature/pay", "main", "a1b2c3d4e5", "asha", List.of("preview"));

    @TempDir private Path directory;
    private final ForgeHost host = new ForgeHost();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "github | /repos/acme/shop/pulls | {'owner':'acme','repo':'shop'}",
                "gitea | /api/v1/repos/acme/shop/pulls | {'owner':'acme','repo':'shop'}",
                "gitlab | /api/v4/projects/acme%2Fshop/merge_requests | {'project':'acme/shop'}"
            })
    void reads_the_open_pull_requests_of_a_repository(
            String kind, String path, String configuration) throws Exception {
        host.list(path, kind.equals("gitlab") ? GITLAB_PULL : GITHUB_PULL.formatted(7));

        assertThat(forges(kind, null).pullRequests(kind, at(configuration)))
                .containsExactly(SEVENTH);
    }

    @Test
    void turns_every_page_and_follows_no_address_out_of_an_answer() throws Exception {
        host.list(
                "/repos/acme/shop/pulls",
                IntStream.range(1, 6).mapToObj(GITHUB_PULL::formatted).toArray(String[]::new));

        var pulls = forges("github", null).pullRequests("github", shop());

        assertThat(pulls).extracting(PullRequest::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(host.requests())
                .containsExactly(
                        "/repos/acme/shop/pulls?state=open&per_page=100&page=1",
                        "/repos/acme/shop/pulls?state=open&per_page=100&page=2",
                        "/repos/acme/shop/pulls?state=open&per_page=100&page=3");
    }

    @ParameterizedTest
    @CsvSource({
        "github,s3cret,Authorization,Bearer s3cret",
        "gitea,s3cret,Authorization,token s3cret",
        "gitlab,s3cret,PRIVATE-TOKEN,s3cret",
        "bitbucket,s3cret,Authorization,Bearer s3cret",
        "bitbucket,asha:s3cret,Authorization,Basic YXNoYTpzM2NyZXQ=",
        "bitbucketServer,s3cret,Authorization,Bearer s3cret",
        "bitbucketServer,asha:s3cret,Authorization,Basic YXNoYTpzM2NyZXQ=",
        "azuredevops,s3cret,Authorization,Basic OnMzY3JldA==",
        "azuredevops,asha:s3cret,Authorization,Basic YXNoYTpzM2NyZXQ="
    })
    void what_lets_us_in_is_read_from_its_file_and_a_wrong_one_is_told_without_it(
            String kind, String secret, String header, String value) throws Exception {
        host.pagesAs(kind)
                .letsIn(header, value)
                .list("/repos/acme/shop/pulls")
                .list("/api/v1/repos/acme/shop/pulls")
                .list("/api/v4/projects/acme%2Fshop/merge_requests")
                .list("/repositories/acme/shop/pullrequests")
                .list("/rest/api/1.0/projects/acme%2Fshop/repos/shop/pull-requests")
                .list("/acme/acme%2Fshop/_apis/git/pullrequests");
        var file = Files.writeString(directory.resolve("token"), secret + "\n");
        var forges = forges(kind, file);
        var configuration =
                at("{'owner':'acme','organization':'acme','repo':'shop','project':'acme/shop'}");
        assertThat(forges.pullRequests(kind, configuration)).isEmpty();

        Files.writeString(file, "asha:0ld");

        assertThatThrownBy(() -> forges.pullRequests(kind, configuration))
                .isInstanceOf(CannotGenerate.class)
                .hasMessageContaining("answers 401")
                .hasMessageNotContaining("0ld");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 403, 503})
    void a_forge_that_asks_for_a_pause_gets_it(int status) throws Exception {
        var forges = forges("github", null);
        host.list("/repos/acme/shop/pulls").answers(status, "120");
        assertThatThrownBy(() -> forges.pullRequests("github", shop()))
                .hasMessageContaining("answers %d, come again in PT2M".formatted(status));
        host.answers(200, "");

        now = now.plusSeconds(119);
        assertThatThrownBy(() -> forges.pullRequests("github", shop()))
                .hasMessageContaining("asked to be left alone until 2026-11-27T12:02:00Z");
        assertThat(host.requests()).hasSize(1);
        now = now.plusSeconds(1);
        assertThat(forges.pullRequests("github", shop())).isEmpty();
    }

    @Test
    void a_redirect_is_not_followed_and_a_host_that_is_away_is_an_answer() {
        var forges = forges("github", null);
        host.answers(302, "");
        assertThatThrownBy(() -> forges.pullRequests("github", shop()))
                .hasMessageContaining("answers 302");
        assertThat(host.requests()).hasSize(1);

        host.close();

        assertThatThrownBy(() -> forges.pullRequests("github", shop()))
                .isInstanceOf(CannotGenerate.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void a_forge_that_is_not_configured_is_never_asked() {
        var forges = new HttpForges(List.of(new Forge("gitlab", host.url(), null)), clock());

        assertThatThrownBy(() -> forges.pullRequests("github", shop()))
                .hasMessage(
                        "github at %s/ is no configured forge: name it with git-watcher.forges"
                                .formatted(host.url()));
        assertThatThrownBy(
                        () -> forges.pullRequests("github", json("{'owner':'acme','repo':'shop'}")))
                .hasMessageContaining("https://api.github.com is no configured forge");
        assertThatThrownBy(() -> forges.pullRequests("awsCodeCommit", json("{}")))
                .hasMessageContaining("awsCodeCommit is not asked");
        assertThat(host.requests()).isEmpty();
    }

    @Test
    void a_name_cannot_leave_its_place_in_the_address() throws Exception {
        host.list("/repos/..%2F..%2Fadmin/a%3Fb%20c/pulls");

        assertThat(
                        forges("github", null)
                                .pullRequests(
                                        "github", at("{'owner':'../../admin','repo':'a?b c'}")))
                .isEmpty();
        assertThatThrownBy(
                        () ->
                                forges("github", null)
                                        .pullRequests("github", at("{'owner':'..','repo':'x'}")))
                .hasMessage("\"..\" is no name on a forge");
    }

    @ParameterizedTest
    @CsvSource({"github,'',organization,sha", "gitea,/api/v1,owner,id"})
    void lists_the_usual_branch_of_an_owners_repositories_and_what_paths_it_has(
            String kind, String root, String owner, String commit) throws Exception {
        acme(root, commit);
        var filters = "[{'pathsExist':['deploy/k8s'],'pathsDoNotExist':['OLD']}]";

        var found =
                forges(kind, null)
                        .repositories(
                                kind,
                                json(
                                        "{'%s':{'%s':'acme','api':'%s'},'filters':%s}"
                                                .formatted(kind, owner, host.url(), filters)));

        assertThat(found)
                .containsExactly(
                        new ForgeRepository(
                                "acme",
                                "shop",
                                "5",
                                "git@git.example:acme/shop.git",
                                "main",
                                "a1",
                                List.of("paid"),
                                List.of("deploy/k8s")));
    }

    @ParameterizedTest
    @CsvSource({"github,'',organization,sha", "gitea,/api/v1,owner,id"})
    void lists_all_branches_with_the_address_that_is_asked_for(
            String kind, String root, String owner, String commit) throws Exception {
        acme(root, commit);
        var found =
                forges(kind, null)
                        .repositories(
                                kind,
                                json(
                                        "{'cloneProtocol':'https','%s':{'%s':'acme','api':'%s','allBranches':true}}"
                                                .formatted(kind, owner, host.url())));

        assertThat(found)
                .extracting(one -> one.branch() + " " + one.sha() + " " + one.url())
                .containsExactly(
                        "main a1 https://git.example/acme/shop.git",
                        "next b2 https://git.example/acme/shop.git");
    }

    /** An owner with one repository of two branches. */
    private void acme(String root, String commit) {
        host.list(
                        root + "/orgs/acme/repos",
                        """
                        {"id":5,"name":"shop","default_branch":"main","topics":["paid"],
                         "ssh_url":"git@git.example:acme/shop.git",
                         "clone_url":"https://git.example/acme/shop.git"}
                        """)
                .object(root + "/repos/acme/shop/branches/main", branch("main", commit, "a1"))
                .list(
                        root + "/repos/acme/shop/branches",
                        branch("main", commit, "a1"),
                        branch("next", commit, "b2"))
                .object(root + "/repos/acme/shop/contents/deploy/k8s", "[]");
    }

    @Test
    void lists_the_branches_of_a_group_of_gitlab() throws Exception {
        host.list(
                        "/api/v4/groups/acme%2Fpay/projects",
                        """
                        {"id":5,"path":"shop","default_branch":"main","topics":["paid"],
                         "namespace":{"full_path":"acme/pay"},
                         "ssh_url_to_repo":"git@git.example:acme/pay/shop.git"}
                        """)
                .object("/api/v4/projects/5/repository/branches/main", branch("main", "id", "a1"))
                .list("/api/v4/projects/5/repository/tree", "{\"path\":\"deploy/k8s\"}");

        var found =
                forges("gitlab", null)
                        .repositories(
                                "gitlab",
                                json(
                                        "{'gitlab':{'group':'acme/pay','api':'%s/'},'filters':[{'pathsExist':['deploy/k8s','deploy/x']}]}"
                                                .formatted(host.url())));

        assertThat(found)
                .containsExactly(
                        new ForgeRepository(
                                "acme/pay",
                                "shop",
                                "5",
                                "git@git.example:acme/pay/shop.git",
                                "main",
                                "a1",
                                List.of("paid"),
                                List.of("deploy/k8s")));
    }

    private static String branch(String name, String member, String commit) {
        return "{\"name\":\"%s\",\"commit\":{\"%s\":\"%s\"}}".formatted(name, member, commit);
    }

    private JsonNode shop() {
        return at("{'owner':'acme','repo':'shop'}");
    }

    private JsonNode at(String configuration) {
        return json(configuration.replaceFirst("}$", ",'api':'%s/'}".formatted(host.url())));
    }

    private static JsonNode json(String text) {
        return CanonicalJson.parse(text.replace('\'', '"'));
    }

    private HttpForges forges(String kind, Path token) {
        return new HttpForges(List.of(new Forge(kind, host.url(), token)), clock());
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
