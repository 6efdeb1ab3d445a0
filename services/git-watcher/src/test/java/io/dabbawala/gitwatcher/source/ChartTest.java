package io.dabbawala.gitwatcher.source;

import static io.dabbawala.gitwatcher.source.Kitchen.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Rendering;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

    private final Kitchen kitchen = new Kitchen();

    @BeforeEach
    void chart() {
        kitchen.git
                .write("charts/web/Chart.yaml", "name: web\n")
                .write("charts/web/templates/a.yaml", configMap("web"))
                .write("charts/web/prod.yaml", "a: 1\n")
                .write("values/one.yaml", "a: 2\n")
                .write("values/deep/two.yaml", "a: 3\n");
    }

    @Test
    void is_called_like_its_application_and_sees_its_own_folder_only() {
        kitchen.manifests("charts/web", new Tool.Detected());

        var job = template();
        assertThat(job.release()).isEqualTo("web");
        assertThat(job.namespace()).isEqualTo("shop");
        assertThat(job.chart()).isEqualTo("source/charts/web");
        assertThat(job.files().keySet()).allMatch(path -> path.startsWith("source/charts/web/"));
    }

    @Test
    void takes_value_files_in_order_then_values_and_text_parameters_as_files() {
        kitchen.manifests(
                "charts/web",
                helm(
                        """
                        {"releaseName":"r","namespace":"n","valueFiles":["prod.yaml","../../values/one.yaml",
                        "/values/deep/two.yaml"],"values":"a: 4","parameters":[{"name":"b","value":"x,y"},
                        {"name":"c","value":"007","forceString":true},
                        {"name":"d","value":"$ARGOCD_APP_NAME"}],
                        "fileParameters":[{"name":"f","path":"prod.yaml"}],"skipCrds":true,
                        "kubeVersion":"1.30.0","apiVersions":["v9"]}
                        """));

        var job = template();
        assertThat(job.release() + job.namespace()).isEqualTo("rn");
        assertThat(job.values())
                .containsExactly(
                        "source/charts/web/prod.yaml",
                        "source/values/one.yaml",
                        "source/values/deep/two.yaml",
                        "values/values.yaml");
        assertThat(job.parameters())
                .extracting(Helm.Parameter::value)
                .containsExactly("x\\,y", "web");
        assertThat(job.texts())
                .extracting(Helm.Parameter::name, text -> PlainText.of(job, text.value()))
                .containsExactly(tuple("f", "a: 1\n"), tuple("c", "007"));
        assertThat(job.skipCrds()).isTrue();
        assertThat(job.apiVersions()).containsExactly("v9");
    }

    @Test
    void an_object_of_values_wins_over_text() {
        kitchen.manifests("charts/web", helm("{\"values\":\"a: 1\",\"valuesObject\":{\"a\":2}}"));

        assertThat(PlainText.of(template(), "values/values.yaml")).isEqualTo("{\"a\":2}");
    }

    @Test
    void value_files_may_be_a_pattern() {
        kitchen.manifests("charts/web", helm("{\"valueFiles\":[\"/values/**/*.yaml\"]}"));
        assertThat(template().values())
                .containsExactly("source/values/deep/two.yaml", "source/values/one.yaml");

        kitchen.manifests("charts/web", helm("{\"valueFiles\":[\"/values/*.yaml\"]}"));
        assertThat(template().values()).containsExactly("source/values/one.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none.yaml | there is no file none.yaml",
                "/none/*.yaml | there is no file /none/*.yaml",
                "../../../etc/passwd | ../../../etc/passwd leaves the repository",
                "https://example.org/v.yaml | https://example.org/v.yaml is not fetched",
                "$other/v.yaml | no source has the ref of $other/v.yaml"
            })
    void refuses_value_files_that_git_does_not_have(String file, String reason) {
        assertThat(kitchen.problem("charts/web", helm("{\"valueFiles\":[\"%s\"]}".formatted(file))))
                .satisfies(problem -> assertThat(problem.reason()).startsWith(reason));
        assertThat(kitchen.programs.jobs()).isEmpty();
    }

    @Test
    void leaves_out_missing_value_files_when_told_to() {
        kitchen.manifests(
                "charts/web",
                helm("{\"valueFiles\":[\"none.yaml\"],\"ignoreMissingValueFiles\":true}"));

        assertThat(template().values()).isEmpty();
    }

    @Test
    void takes_value_files_of_another_source_by_its_name() {
        // Given
        var other = new InMemoryGit("values").write("env/prod.yaml", "a: 5\n");
        var references = Map.of("env", new Snapshot(other, other.push()));
        var tool = helm("{\"valueFiles\":[\"$env/env/prod.yaml\"]}");
        var ingredient = kitchen.ingredient("charts/web", tool, references);

        // When
        var rendering = kitchen.renderer.render(List.of(ingredient));

        // Then
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        assertThat(template().values()).containsExactly("references/env/env/prod.yaml");
        var before = kitchen.renderer.inputs(ingredient);
        other.write("env/prod.yaml", "a: 6\n");
        var moved = Map.of("env", new Snapshot(other, other.push()));
        assertThat(kitchen.renderer.inputs(kitchen.ingredient("charts/web", tool, moved)))
                .isNotEqualTo(before);
    }

    @Test
    void a_value_file_outside_of_the_chart_is_an_input() {
        var tool = helm("{\"valueFiles\":[\"/values/one.yaml\"]}");
        var before = kitchen.inputs("charts/web", tool);

        kitchen.git.write("values/deep/two.yaml", "a: 9\n");
        assertThat(kitchen.inputs("charts/web", tool)).isEqualTo(before);

        kitchen.git.write("values/one.yaml", "a: 9\n");
        assertThat(kitchen.inputs("charts/web", tool)).isNotEqualTo(before);
    }

    @Test
    void needs_a_chart() {
        kitchen.git.remove("charts/web/Chart.yaml");

        assertThat(kitchen.problem("charts/web", helm("{}")).reason())
                .isEqualTo("there is no Chart.yaml in this folder");
    }

    private Job.Template template() {
        return (Job.Template) kitchen.job();
    }

    private static Tool helm(String spec) {
        JsonNode source = CanonicalJson.parse("{\"helm\":" + spec + "}");
        return SourceSpec.toolOf(source);
    }
}
