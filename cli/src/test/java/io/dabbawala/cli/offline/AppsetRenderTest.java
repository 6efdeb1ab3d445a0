package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppsetRenderTest {

    private static final String SET =
            """
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: {name: guestbook, namespace: argocd}
            spec:
              goTemplate: true
              goTemplateOptions: [missingkey=error]
              generators:
              - matrix:
                  generators:
                  - git: {repoURL: 'https://git.example/x', revision: main, directories: [{path: 'apps/*'}]}
                  - clusters: {selector: {matchLabels: {env: prod}}}
              template:
                metadata: {name: '{{ .name }}-{{ .path.basename }}'}
                spec: {project: default, source: {path: '{{ .path.path }}'}}
            """;
    private static final String CLUSTERS =
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: c, labels: {argocd.argoproj.io/secret-type: cluster, env: prod}}
            data: {name: cHJvZA==, server: aHR0cHM6Ly9wcm9kLmV4YW1wbGU=}
            """;

    @TempDir private Path folder;

    @BeforeEach
    void a_repository() throws IOException {
        for (var name : new String[] {"a", "b"}) {
            Files.createDirectories(folder.resolve("repo/apps/" + name));
            Files.writeString(folder.resolve("repo/apps/" + name + "/x.yaml"), "a: 1\n");
        }
        Files.writeString(folder.resolve("clusters.yaml"), CLUSTERS);
    }

    private Typed.Ended render(String set, String repository, String... options) {
        var words = new ArrayList<>(List.of("appset", "render", "--clusters"));
        words.add(folder.resolve("clusters.yaml").toString());
        words.add("--repo");
        words.add(folder.resolve(repository).toString());
        words.addAll(List.of(options));
        return Typed.anywhere().reading(set).run(words.toArray(String[]::new));
    }

    @Test
    void each_generated_application_is_a_line() {
        var ended = render(SET, "repo");

        assertThat(ended.lines())
                .containsExactly(
                        "{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"Application\",\"metadata\":{\"name\":\"prod-a\",\"namespace\":\"argocd\",\"finalizers\":[\"resources-finalizer.argocd.argoproj.io\"]},\"spec\":{\"project\":\"default\",\"source\":{\"path\":\"apps/a\"}}}",
                        "{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"Application\",\"metadata\":{\"name\":\"prod-b\",\"namespace\":\"argocd\",\"finalizers\":[\"resources-finalizer.argocd.argoproj.io\"]},\"spec\":{\"project\":\"default\",\"source\":{\"path\":\"apps/b\"}}}");
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_bare_clone_answers_like_its_checkout() throws GitAPIException {
        try (var git = Git.init().setDirectory(folder.resolve("repo").toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setAuthor("a", "a@b")
                    .setCommitter("a", "a@b")
                    .setMessage("x")
                    .call();
        }
        Git.cloneRepository()
                .setBare(true)
                .setURI(folder.resolve("repo").toUri().toString())
                .setDirectory(folder.resolve("bare.git").toFile())
                .call()
                .close();

        assertThat(render(SET, "bare.git").lines())
                .hasSize(2)
                .isEqualTo(render(SET, "repo").lines());
    }

    @Test
    void an_empty_folder_is_a_folder() throws IOException {
        Files.createDirectories(folder.resolve("repo/apps/c"));

        assertThat(render(SET, "repo").lines()).hasSize(3);
    }

    @Test
    void a_repository_with_nothing_in_it_has_no_folder() throws IOException {
        Files.createDirectories(folder.resolve("nothing"));

        assertThat(render(SET.replace("'apps/*'", "'*'"), "nothing").lines()).isEmpty();
    }

    @Test
    void the_parameters_of_each_set_are_a_line() {
        assertThat(render(SET, "repo", "--parameters").lines())
                .first()
                .asString()
                .startsWith("{\"generator\":0,\"parameters\":{")
                .contains(
                        "\"basename\":\"a\"",
                        "\"labels\":{",
                        "\"server\":\"https://prod.example\"");
    }

    @Test
    void what_cannot_be_generated_is_one_line_and_nothing_else() {
        var ended = render(SET.replace("{{ .name }}", "{{ .nope }}"), "repo");

        assertThat(ended.lines())
                .singleElement()
                .asString()
                .startsWith(
                        "{\"error\":\"failed to execute go template {{ .nope }}-{{ .path.basename }}: template: :1:3:");
        assertThat(ended.code()).isZero();
    }

    @Test
    void pull_requests_come_from_a_file() throws IOException {
        var pulls =
                Files.writeString(
                        folder.resolve("pulls.json"),
                        "[{\"number\":7,\"title\":\"t\",\"head\":{\"ref\":\"f/x\",\"sha\":\"0123456789\"},\"base\":{\"ref\":\"main\"},\"user\":{\"login\":\"asha\"},\"labels\":[{\"name\":\"l\"}]}]");
        var set =
                "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nspec: {generators: [{pullRequest: {github: {owner: o, repo: r}}}], template: {metadata: {name: 'pr-{{number}}-{{branch_slug}}-{{head_short_sha_7}}'}}}\n";

        assertThat(render(set, "repo", "--pull-requests", pulls.toString()).lines())
                .singleElement()
                .asString()
                .contains("\"name\":\"pr-7-f-x-0123456\"");
        assertThat(render(set, "repo").lines())
                .containsExactly(
                        "{\"error\":\"there are no pull requests: name a file with --pull-requests\"}");
    }

    @Test
    void input_without_a_set_is_at_fault() {
        var ended = render("kind: ConfigMap\napiVersion: v1\n", "repo");

        assertThat(ended.lines()).containsExactly("{\"error\":\"there is no ApplicationSet\"}");
        assertThat(ended.code()).isEqualTo(2);
    }
}
