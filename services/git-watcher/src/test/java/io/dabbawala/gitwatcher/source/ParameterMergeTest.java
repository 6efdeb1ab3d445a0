package io.dabbawala.gitwatcher.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.render.YamlReader;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers are those of Argo CD's own merge with these sources and files. */
class ParameterMergeTest {

    private static final String CHART =
            """
            helm:
              releaseName: x
              parameters: [{name: a, value: '1', forceString: true}, {name: b, value: '2'}]
              valuesObject: {a: 1, b: {c: 2}}
            """;

    private static final String OVERLAY =
            "kustomize: {images: ['a:1', 'b:2'], commonLabels: {a: '1', b: '2'}, namePrefix: p-}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "helm: {releaseName: z} | /releaseName | \"z\"",
                "helm: {releaseName: ''} | /releaseName | \"\"",
                "helm: {releaseName: null} | /releaseName | \"x\"",
                "helm: null | /releaseName | \"x\"",
                "helm: {kubeVersion: null} | /releaseName | \"x\"",
                "helm: {skipCrds: true} | /parameters/1 | {\"name\":\"b\",\"value\":\"2\"}",
                "helm: {parameters: []} | /parameters | []",
                "helm: {parameters: null} | /parameters/1/name | \"b\"",
                "helm: {valuesObject: {a: null, b: {d: 3}, e: null, f: {g: null}}} | /valuesObject"
                        + " | {\"b\":{\"c\":2,\"d\":3},\"f\":{}}",
                "helm: {valuesObject: null} | /valuesObject/a | 1"
            })
    void a_file_is_a_merge_patch_that_takes_nothing_away_but_values(
            String file, String pointer, String result) throws UnreadableSource {
        assertThat(merged(CHART, file).at("/helm" + pointer)).hasToString(result);
    }

    @Test
    void a_list_replaces_the_list_and_is_filled_up_from_what_stood_there() throws UnreadableSource {
        assertThat(
                        merged(CHART, "helm: {parameters: [{name: c, value: x}]}")
                                .at("/helm/parameters"))
                .hasToString("[{\"name\":\"c\",\"value\":\"x\",\"forceString\":true}]");
        assertThat(merged(OVERLAY, "kustomize: {images: ['c:3']}").at("/kustomize/images"))
                .hasToString("[\"c:3\"]");
    }

    @Test
    void pairs_are_added_and_none_is_taken_away() throws UnreadableSource {
        var merged = merged(OVERLAY, "kustomize: {commonLabels: {a: null, b: '3', c: '4'}}");

        assertThat(merged.at("/kustomize/commonLabels"))
                .hasToString("{\"a\":\"1\",\"b\":\"3\",\"c\":\"4\"}");
    }

    @Test
    void names_are_found_as_image_updater_writes_them() throws UnreadableSource {
        var file = "helm: {parameters: [{name: tag, value: '2', forcestring: true}]}";

        assertThat(merged("path: web", file).at("/helm/parameters/0/forceString"))
                .hasToString("true");
    }

    @Test
    void what_no_source_has_and_where_the_source_is_are_passed_over() throws UnreadableSource {
        var file =
                """
                {repoURL: z, path: z, chart: z, targetRevision: z, ref: z, name: z, repo: 1,
                kustomize: {invalid: [x], namePrefix: q-}}
                """;

        assertThat(merged("{repoURL: r, path: web}", file))
                .hasToString(
                        "{\"repoURL\":\"r\",\"path\":\"web\",\"kustomize\":{\"namePrefix\":\"q-\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "helm: [] | helm must be an object",
                "helm: {parameters: [{name: a, value: 1}]} | helm.parameters[0].value must be text",
                "helm: {skipCrds: 'true'} | helm.skipCrds must be true or false",
                "helm: {valuesObject: x} | helm.valuesObject must be an object",
                "kustomize: {images: x} | kustomize.images must be a list",
                "kustomize: {images: [null, null, null]} | kustomize.images[2] must be text",
                "kustomize: {commonLabels: {c: yes}} | kustomize.commonLabels.c must be text",
                "kustomize: {replicas: [{name: a, count: 1.5}]}"
                        + " | kustomize.replicas[0].count must be a whole number or text",
                "plugin: x | plugin must be an object"
            })
    void what_is_of_another_form_is_refused_by_name(String file, String reason) {
        assertThatThrownBy(() -> merged(OVERLAY, file))
                .asInstanceOf(InstanceOfAssertFactories.type(UnreadableSource.class))
                .satisfies(
                        e -> {
                            assertThat(e.problem().file()).isEqualTo("web/x.yaml");
                            assertThat(e.problem().reason()).isEqualTo(reason);
                        });
    }

    private static ObjectNode merged(String source, String file) throws UnreadableSource {
        return new ParameterMerge("web/x.yaml").over(read(source), read(file));
    }

    private static ObjectNode read(String yaml) throws UnreadableSource {
        return (ObjectNode) YamlReader.read("", yaml).getFirst().value();
    }
}
