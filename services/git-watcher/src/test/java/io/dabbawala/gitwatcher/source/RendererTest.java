package io.dabbawala.gitwatcher.source;

import static io.dabbawala.gitwatcher.source.Kitchen.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.render.Rendering;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RendererTest {

    private static final Tool DETECTED = new Tool.Detected();

    private final Kitchen kitchen = new Kitchen();

    @Test
    void a_folder_of_manifests_needs_no_program() {
        kitchen.git.write("web/a.yaml", configMap("a")).write("web/deep/b.yaml", configMap("b"));

        assertThat(kitchen.manifests("web", DETECTED)).contains("\"a\"").doesNotContain("\"b\"");
        assertThat(kitchen.programs.jobs()).isEmpty();
    }

    @Test
    void a_chart_that_is_an_overlay_too_is_an_overlay() {
        kitchen.git.write("web/Chart.yaml", "name: web").write("web/Kustomization", "{}");

        kitchen.manifests("web", DETECTED);

        assertThat(kitchen.job()).isInstanceOf(Job.Build.class);
    }

    @Test
    void what_is_named_wins_over_what_lies_there() {
        kitchen.git.write("web/kustomization.yaml", "{}").write("web/a.yaml", configMap("a"));

        assertThat(
                        kitchen.manifests(
                                "web",
                                new Tool.Plain(new Directory(false, "", "kustomization.yaml"))))
                .contains("\"a\"");
        assertThat(kitchen.programs.jobs()).isEmpty();
    }

    @Test
    void a_program_that_fails_names_the_file_and_what_it_said() {
        kitchen.git
                .write("web/Chart.yaml", "name: web")
                .write("web/templates/a.yaml", "fail: no such value");

        var problem = kitchen.problem("web", DETECTED);

        assertThat(problem.file()).isEqualTo("web/templates/a.yaml");
        assertThat(problem.reason()).isEqualTo("fail: no such value");
    }

    @Test
    void what_a_template_made_unreadable_is_told_with_the_template() {
        kitchen.git
                .write("web/Chart.yaml", "name: web")
                .write(
                        "web/templates/a.yaml",
                        "# Source: web/templates/first.yaml\n%s---\n# Source: web/templates/b.yaml\na: [\n"
                                .formatted(configMap("a")));

        var problem = kitchen.problem("web", DETECTED);

        assertThat(problem.file()).isEqualTo("web/templates/b.yaml");
        assertThat(problem.reason()).startsWith("rendered line ");
    }

    @Test
    void tests_of_a_chart_are_left_out_when_told_to() {
        kitchen.git
                .write("web/Chart.yaml", "name: web")
                .write(
                        "web/templates/a.yaml",
                        configMap("a")
                                + "---\n"
                                + configMap("t, annotations: {helm.sh/hook: test}"));
        var skipping =
                new Helm(
                        "", "", List.of(), false, "", List.of(), List.of(), false, true, "",
                        List.of());

        assertThat(kitchen.manifests("web", Helm.PLAIN)).contains("\"t\"");
        assertThat(kitchen.manifests("web", skipping)).contains("\"a\"").doesNotContain("\"t\"");
    }

    @Test
    void several_sources_are_one_set_of_manifests_and_twins_are_refused() {
        kitchen.git.write("a/a.yaml", configMap("a")).write("b/b.yaml", configMap("b"));
        kitchen.git.write("c/c.yaml", configMap("a"));

        assertThat(render("a", "b"))
                .isInstanceOfSatisfying(
                        Rendering.Rendered.class,
                        rendered ->
                                assertThat(rendered.manifests())
                                        .contains("\"a\"")
                                        .contains("\"b\""));
        assertThat(render("a", "c").toString()).contains("ConfigMap a is declared twice");
    }

    @Test
    void a_folder_that_is_not_there_is_a_problem() {
        kitchen.git.write("a/a.yaml", configMap("a"));

        assertThat(kitchen.problem("none", DETECTED).reason()).isEqualTo("there is no such folder");
    }

    @Test
    void an_object_without_a_name_can_be_looked_at_and_is_not_delivered() {
        kitchen.git.write("a/a.yaml", "apiVersion: v1\nkind: Secret\n");
        kitchen.git.write("b/b.yaml", "{apiVersion: v1, kind: Job, metadata: {generateName: b-}}");
        var nameless = List.of(kitchen.ingredient("a", DETECTED, Map.of()));

        assertThat(kitchen.renderer.preview(nameless)).isInstanceOf(Rendering.Rendered.class);
        assertThat(kitchen.problem("a", DETECTED).reason())
                .isEqualTo("Secret without metadata.name as text");
        assertThat(kitchen.manifests("b", DETECTED)).contains("generateName");
    }

    private Rendering render(String one, String other) {
        return kitchen.renderer.render(
                List.of(
                        kitchen.ingredient(one, DETECTED, Map.of()),
                        kitchen.ingredient(other, DETECTED, Map.of())));
    }
}
