package io.dabbawala.gitwatcher.source;

import static io.dabbawala.gitwatcher.source.Kitchen.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.render.TreeEntry.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {

    private final Kitchen kitchen = new Kitchen();

    @Test
    void a_pointer_of_lfs_is_not_delivered_in_the_place_of_its_content() {
        write("prod", "configMapGenerator:\n- name: a\n  files: [logo=logo.png]\n");
        kitchen.git.write(
                "prod/logo.png", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");

        var problem = kitchen.problem("prod", Kustomize.PLAIN);

        assertThat(problem.reason())
                .isEqualTo("logo.png is a Git LFS pointer: its content is not in Git");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(kitchen.programs.jobs()).isEmpty();
    }

    @Test
    void a_program_gets_the_overlay_and_all_its_bases_and_nothing_else() {
        // Given
        write("prod", "resources: [../base]\ncomponents: [../tls]\n");
        write("base", "resources: [deployment.yaml, ./deep]\n");
        write("base/deep", "resources: []\n");
        write("tls", "kind: Component\n");
        kitchen.git.write("base/deployment.yaml", configMap("web"));
        kitchen.git.write("secrets/token.yaml", configMap("token"));

        // When
        var manifests = kitchen.manifests("prod", Kustomize.PLAIN);

        // Then
        assertThat(manifests).contains("\"web\"");
        assertThat(kitchen.job().files().keySet())
                .containsExactlyInAnyOrder(
                        "source/prod/kustomization.yaml",
                        "source/base/kustomization.yaml",
                        "source/base/deployment.yaml",
                        "source/base/deep/kustomization.yaml",
                        "source/tls/kustomization.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/argoproj/argo-rollouts/manifests?ref=v1",
        "github.com/argoproj/argo-rollouts//manifests",
        "git@github.com:shop/base.git",
        "git::https://example.org/base",
        "example.org/base?ref=main",
        "http://10.0.0.1/a.yaml"
    })
    void a_remote_base_is_refused_before_anything_runs(String remote) {
        write("prod", "resources:\n- %s\n".formatted(remote));

        var problem = kitchen.problem("prod", Kustomize.PLAIN);

        assertThat(problem.reason()).startsWith("remote base " + remote + " is not fetched");
        assertThat(problem.file()).isEqualTo("prod/kustomization.yaml");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(kitchen.programs.jobs()).isEmpty();
    }

    @Test
    void a_remote_base_of_a_base_is_refused_too() {
        write("prod", "resources: [../base]\n");
        write("base", "bases: ['https://example.org/x']\n");

        assertThat(kitchen.problem("prod", Kustomize.PLAIN).file())
                .isEqualTo("base/kustomization.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patches: [{path: 'https://example.org/p.yaml'}] | remote file",
                "configMapGenerator: [{files: ['a=https://example.org/p']}] | remote file",
                "openapi: {path: 'https://example.org/p'} | remote file",
                "helmCharts: [{name: x}] | helmCharts are not inflated",
                "resources: [../../etc] | ../../etc leaves the repository",
                "resources: [none.yaml] | there is no file or folder none.yaml",
                "resources: [../bare] | there is no kustomization.yaml in this folder"
            })
    void says_what_cannot_be_had(String kustomization, String reason) {
        write("prod", kustomization + "\n");
        kitchen.git.write("bare/a.yaml", configMap("a"));

        assertThat(kitchen.problem("prod", Kustomize.PLAIN).reason()).startsWith(reason);
        assertThat(kitchen.programs.jobs()).isEmpty();
    }

    @Test
    void a_symlink_and_a_submodule_are_refused_by_name() {
        write("prod", "resources: []\n");
        kitchen.git.odd("prod/link", Kind.SYMLINK);
        assertThat(kitchen.problem("prod", Kustomize.PLAIN).toString())
                .contains("prod/link", "a symlink is not followed");

        kitchen.git.remove("prod/link").odd("prod/sub", Kind.SUBMODULE);
        assertThat(kitchen.problem("prod", Kustomize.PLAIN).reason())
                .isEqualTo("a submodule is not followed");
    }

    @Test
    void bases_that_name_each_other_are_visited_once() {
        write("prod", "resources: [../base]\n");
        write("base", "resources: [../prod]\n");

        assertThat(kitchen.inputs("prod", Kustomize.PLAIN)).containsOnlyKeys("prod", "base");
    }

    @Test
    void is_made_of_its_bases_so_a_change_of_one_is_a_change_and_a_readme_is_none() {
        write("prod", "resources: [../base, missing.yaml]\n");
        write("base", "resources: []\n");
        var before = kitchen.inputs("prod", new Tool.Detected());

        kitchen.git.write("README.md", "x");
        assertThat(kitchen.inputs("prod", new Tool.Detected())).isEqualTo(before);

        kitchen.git.write("base/a.yaml", configMap("a"));
        assertThat(kitchen.inputs("prod", new Tool.Detected())).isNotEqualTo(before);
    }

    @Test
    void components_the_application_adds_are_taken_along_or_left_out_when_missing() {
        write("prod", "resources: []\n");
        write("tls", "kind: Component\n");
        var components = new Kustomize.Components(List.of("../tls", "../none"), true);

        kitchen.manifests("prod", Kustomize.PLAIN.with(components));

        assertThat(kitchen.job().files()).containsKey("source/tls/kustomization.yaml");
        assertThat(PlainText.of(kitchen.job(), "source/prod/kustomization.yaml"))
                .isEqualTo("{\"components\":[\"../tls\"],\"resources\":[]}");
        var strict = new Kustomize.Components(List.of("../none"), false);
        assertThat(kitchen.problem("prod", Kustomize.PLAIN.with(strict)).file()).isEqualTo("none");
    }

    private void write(String folder, String kustomization) {
        kitchen.git.write(folder + "/kustomization.yaml", kustomization);
    }
}
