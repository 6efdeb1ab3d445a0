package io.dabbawala.gitwatcher.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalTest {

    private static final Proposal PROPOSAL = new Proposal("revert-x", "main", "Revert", "because");

    private final ForgeHost host = new ForgeHost();

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({
        "github,/repos/acme/shop/pulls,head,base,body",
        "gitea,/api/v1/repos/acme/shop/pulls,head,base,body",
        "gitlab,/api/v4/projects/acme%2Fshop/merge_requests,source_branch,target_branch,description"
    })
    void a_pull_request_is_opened_as_each_forge_wants_it(
            String kind, String path, String from, String into, String text) {
        assertThat(propose(kind)).isEmpty();

        assertThat(host.requests()).containsExactly(path);
        assertThat(host.bodies())
                .singleElement()
                .asString()
                .contains(
                        "\"%s\":\"revert-x\"".formatted(from),
                        "\"%s\":\"main\"".formatted(into),
                        "\"%s\":\"because\"".formatted(text),
                        "\"title\":\"Revert\"");
    }

    @Test
    void a_bitbucket_wants_its_branches_in_objects() {
        assertThat(propose("bitbucket")).isEmpty();

        assertThat(host.requests()).containsExactly("/repositories/acme/shop/pullrequests");
        assertThat(host.bodies())
                .singleElement()
                .asString()
                .contains(
                        "\"source\":{\"branch\":{\"name\":\"revert-x\"}}",
                        "\"destination\":{\"branch\":{\"name\":\"main\"}}",
                        "\"description\":\"because\"",
                        "\"title\":\"Revert\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scm/acme/shop", "git/scm/acme/shop", "acme/shop"})
    void a_data_center_is_asked_by_the_end_of_an_address(String repository) {
        assertThat(propose("bitbucketServer", repository)).isEmpty();

        assertThat(host.requests())
                .containsExactly("/rest/api/1.0/projects/acme/repos/shop/pull-requests");
        assertThat(host.bodies())
                .singleElement()
                .asString()
                .contains(
                        "\"fromRef\":{\"id\":\"refs/heads/revert-x\"}",
                        "\"toRef\":{\"id\":\"refs/heads/main\"}",
                        "\"description\":\"because\"",
                        "\"title\":\"Revert\"");
    }

    @Test
    void a_data_center_has_a_conflict_for_one_that_is_open_and_for_one_without_commits() {
        host.answers(409, "")
                .says(
                        "{\"exceptionName\":\"com.atlassian.bitbucket.pull.DuplicatePullRequestException\"}");
        assertThat(propose("bitbucketServer")).isEmpty();

        host.says("{\"exceptionName\":\"com.atlassian.bitbucket.pull.EmptyPullRequestException\"}");
        assertThat(propose("bitbucketServer").orElseThrow())
                .contains("answers 409", "EmptyPullRequest");
        assertThat(propose("bitbucketServer", "shop").orElseThrow())
                .isEqualTo("\"shop\" names no project");
    }

    @ParameterizedTest
    @CsvSource({
        "acme/My%20Project/_git/shop,My%20Project",
        "v3/acme/My%20Project/shop,My%20Project",
        "acme/_git/shop,shop"
    })
    void azure_devops_is_asked_by_organization_project_and_name(String path, String project) {
        assertThat(propose("azuredevops", path)).isEmpty();

        assertThat(host.requests())
                .containsExactly(
                        "/acme/%s/_apis/git/repositories/shop/pullrequests?api-version=7.0"
                                .formatted(project));
        assertThat(host.bodies())
                .singleElement()
                .asString()
                .contains(
                        "\"sourceRefName\":\"refs/heads/revert-x\"",
                        "\"targetRefName\":\"refs/heads/main\"",
                        "\"description\":\"because\"",
                        "\"title\":\"Revert\"");
        host.answers(409, "").says("TF401179: An active pull request exists");
        assertThat(propose("azuredevops", path)).isEmpty();
        assertThat(propose("azuredevops", "a/b/c/_git/d").orElseThrow())
                .isEqualTo("\"a/b/c/_git/d\" names no project");
    }

    private Optional<String> propose(String kind) {
        return propose(kind, "acme/shop");
    }

    private Optional<String> propose(String kind, String repository) {
        var forge = new Forge(kind, host.url(), null);
        return new HttpForges(List.of(forge), Clock.systemUTC())
                .propose(forge, repository, PROPOSAL);
    }

    @Test
    void one_that_is_open_already_is_as_good_and_a_refusal_is_told() {
        host.answers(422, "").says("A pull request already exists for acme:revert-x.");
        assertThat(propose("github")).isEmpty();
        host.answers(409, "");
        assertThat(propose("gitlab")).isEmpty();

        host.answers(422, "").says("No commits between main and revert-x");
        assertThat(propose("github").orElseThrow())
                .contains("answers 422 No commits between main and revert-x");
        host.answers(403, "");
        assertThat(propose("gitea").orElseThrow()).contains("answers 403");
    }
}
