package io.dabbawala.gitwatcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.source.FluxBuild;
import io.dabbawala.gitwatcher.source.Kustomize;
import io.dabbawala.gitwatcher.source.Overridable;
import io.dabbawala.gitwatcher.source.SourceSpec;
import io.dabbawala.gitwatcher.substitute.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With kustomize itself, or that of kubectl; skipped where neither is. */
class KustomizeRenderingTest {

    private final RealPrograms kustomize =
            new RealPrograms(RealPrograms.kustomize(), RenderLimits.DEFAULT);

    @BeforeEach
    void overlay() {
        kustomize
                .git
                .write(
                        "base/web.yaml",
                        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n"
                                + "  replicas: 1\n  template:\n    spec:\n      containers:\n"
                                + "      - {name: web, image: web}\n")
                .write("base/kustomization.yaml", "resources: [web.yaml]\n")
                .write("prod/kustomization.yaml", "resources: [../base]\nnamePrefix: old-\n");
    }

    @Test
    void renders_an_overlay_of_another_folder() {
        assertThat(kustomize.manifests("prod", Kustomize.PLAIN)).contains("\"old-web\"");
    }

    @Test
    void changes_of_the_application_are_changes_of_the_overlay() {
        var source =
                CanonicalJson.parse(
                        """
                        {"kustomize":{"namePrefix":"new-","nameSuffix":"-x","namespace":"shop",
                        "images":["web=reg.example/web:2"],"replicas":[{"name":"web","count":3}],
                        "commonLabels":{"team":"shop"},"commonAnnotations":{"a":"b"},
                        "patches":[{"target":{"kind":"Deployment"},"patch":
                        "- {op: add, path: /spec/paused, value: true}"}]}}
                        """);

        assertThat(kustomize.manifests("prod", SourceSpec.toolOf(source)))
                .contains(
                        "\"name\":\"new-web-x\"",
                        "\"namespace\":\"shop\"",
                        "\"image\":\"reg.example/web:2\"",
                        "\"replicas\":3",
                        "\"team\":\"shop\"",
                        "\"annotations\":{\"a\":\"b\"}",
                        "\"paused\":true");
    }

    @Test
    void an_image_that_somebody_writes_beside_the_overlay_is_the_one_of_the_application() {
        kustomize
                .git
                .write("prod/.argocd-source.yaml", "kustomize: {images: ['web:2']}\n")
                .write("prod/.argocd-source-web.yaml", "kustomize: {images: ['web:3']}\n");
        var source = CanonicalJson.parse("{}");

        assertThat(kustomize.manifests("prod", Overridable.of(source, "argocd", "web")))
                .contains("\"image\":\"web:3\"");
        assertThat(kustomize.manifests("prod", Overridable.of(source, "argocd", "pay")))
                .contains("\"image\":\"web:2\"");
    }

    @Test
    void a_flux_kustomization_is_an_overlay_of_its_own() {
        kustomize.git.remove("base/kustomization.yaml");
        var flux =
                new FluxBuild(
                        new Kustomize.Names("f-", "", "shop"),
                        List.of(),
                        new Kustomize.Components(List.of(), false),
                        List.of(CanonicalJson.parse("{\"name\":\"web\",\"newTag\":\"3\"}")),
                        new FluxBuild.CommonMetadata(Map.of("team", "${team}"), Map.of()),
                        Variables.of(Map.of("team", "shop")));

        assertThat(kustomize.manifests("base", flux))
                .contains(
                        "\"name\":\"f-web\"",
                        "\"namespace\":\"shop\"",
                        "\"image\":\"web:3\"",
                        "\"labels\":{\"team\":\"shop\"}");
    }

    @Test
    void a_failure_names_what_was_wrong_and_no_folder_of_this_machine() {
        kustomize.git.write("base/web.yaml", "a: [\n");

        var problem = kustomize.problem("prod", Kustomize.PLAIN);

        assertThat(problem.reason()).contains("web.yaml").doesNotContain("/tmp");
        assertThat(problem.file()).as(problem.reason()).isEqualTo("base/web.yaml");
    }

    @Test
    void a_generator_reads_no_file_outside_of_its_overlay() {
        kustomize
                .git
                .write("secret.txt", "hunter2")
                .write(
                        "prod/kustomization.yaml",
                        "configMapGenerator: [{name: a, files: [../secret.txt]}]\n");

        assertThat(kustomize.problem("prod", Kustomize.PLAIN).reason()).contains("secret.txt");
    }

    @Test
    void says_the_way_out_where_the_program_is_missing() {
        var tools =
                new Tools(
                        Optional.empty(),
                        Optional.of(Path.of("/nowhere/kustomize")),
                        Path.of("target"),
                        "");
        var without = new RealPrograms(tools, RenderLimits.DEFAULT);
        without.git.write("prod/kustomization.yaml", "resources: []\n");

        assertThat(without.problem("prod", Kustomize.PLAIN).reason())
                .contains("/nowhere/kustomize")
                .contains("git-watcher.rendering.kustomize");
    }
}
