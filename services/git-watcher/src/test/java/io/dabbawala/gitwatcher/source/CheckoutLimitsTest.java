package io.dabbawala.gitwatcher.source;

import static io.dabbawala.gitwatcher.source.Kitchen.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.gitwatcher.render.Limits;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckoutLimitsTest {

    private static final String CHART = "charts/web";

    private final Kitchen kitchen = new Kitchen();

    @BeforeEach
    void write() {
        kitchen.git
                .write(CHART + "/Chart.yaml", "name: web\n")
                .write(CHART + "/values.yaml", "a: 1\n")
                .write(CHART + "/templates/a.yaml", configMap("web"))
                .write("values/a.yaml", "a: 1\n")
                .write("values/b.yaml", "a: 2\n")
                .write("values/c.yaml", "a: 3\n")
                .write("prod/kustomization.yaml", "resources: [../base]\n")
                .write("base/kustomization.yaml", "resources: []\n");
    }

    @Test
    void too_many_files_are_told_with_the_setting_that_allows_them() {
        assertThat(render(limits(2, 2), CHART, Helm.PLAIN))
                .isEqualTo(
                        failed(
                                CHART,
                                "more than 2 files to render from"
                                        + " (raise git-watcher.rendering.files)"));
        assertThat(render(limits(3, 2), CHART, Helm.PLAIN)).isInstanceOf(Rendering.Rendered.class);
    }

    @Test
    void so_are_those_a_pattern_of_value_files_looks_at() {
        var helm =
                new Helm(
                        "",
                        "",
                        List.of("$env/values/*.yaml"),
                        false,
                        "",
                        List.of(),
                        List.of(),
                        false,
                        false,
                        "",
                        List.of());
        var references = Map.of("env", new Snapshot(kitchen.git, kitchen.git.push()));

        var inputs = renderer(limits(2, 2)).inputs(kitchen.ingredient(CHART, helm, references));

        assertThat(inputs.get("$env/values/*.yaml"))
                .isEqualTo("more than 2 files to render from (raise git-watcher.rendering.files)");
    }

    @Test
    void too_many_folders_are_told_with_the_setting_that_allows_them() {
        assertThat(render(limits(2, 1), "prod", Kustomize.PLAIN))
                .isEqualTo(
                        failed(
                                "base",
                                "an overlay of more than 1 folders"
                                        + " (raise git-watcher.rendering.folders)"));
        assertThat(render(limits(2, 2), "prod", Kustomize.PLAIN))
                .isInstanceOf(Rendering.Rendered.class);
    }

    @Test
    void without_settings_none_is_named() {
        assertThat(render(new CheckoutLimits(2, 2, ""), CHART, Helm.PLAIN))
                .isEqualTo(failed(CHART, "more than 2 files to render from"));
    }

    @Test
    void a_limit_nobody_could_keep_is_a_mistake_of_the_configuration() {
        assertThatThrownBy(() -> limits(0, 1))
                .hasMessageContaining("git-watcher.rendering.files: 0 is not between 1 and");
        assertThatThrownBy(() -> limits(1, Integer.MAX_VALUE))
                .hasMessageContaining("git-watcher.rendering.folders: 2147483647 is not");
    }

    private Rendering render(CheckoutLimits limits, String path, Tool tool) {
        return renderer(limits).render(List.of(kitchen.ingredient(path, tool, Map.of())));
    }

    private Renderer renderer(CheckoutLimits limits) {
        return new Renderer(kitchen.programs, Limits.USUAL, limits);
    }

    private static Rendering failed(String file, String reason) {
        return new Rendering.Failed(Problem.of(file, reason));
    }

    private static CheckoutLimits limits(int files, int folders) {
        return new CheckoutLimits(files, folders, "git-watcher.rendering.");
    }
}
