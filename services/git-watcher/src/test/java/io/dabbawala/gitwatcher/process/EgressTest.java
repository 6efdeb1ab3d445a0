package io.dabbawala.gitwatcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.Lure;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.source.Helm;
import io.dabbawala.gitwatcher.source.Kustomize;
import io.dabbawala.gitwatcher.source.SourceSpec;
import io.dabbawala.gitwatcher.source.Tool;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No address that stands in a tree is ever visited. */
class EgressTest {

    private static final String CHART = "apiVersion: v2\nname: web\nversion: 1.0.0\n";
    private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private final Lure lure = new Lure();

    @AfterEach
    void close() {
        assertThat(lure.visitors()).as("visitors of an address out of a tree").isZero();
        lure.close();
    }

    @Test
    void a_lure_counts_who_comes() throws IOException {
        try (var other = new Lure()) {
            URI.create(other.url()).toURL().openConnection().getHeaderField(0);

            assertThat(other.visitors()).isOne();
        }
    }

    @Test
    void a_dependency_of_a_chart_is_not_fetched() {
        var helm = new RealPrograms(RealPrograms.helm(), RenderLimits.DEFAULT);
        helm.git.write("web/templates/a.yaml", OBJECT);
        helm.git.write(
                "web/Chart.yaml",
                CHART
                        + "dependencies:\n- {name: db, version: 1.0.0, repository: '%s'}\n"
                                .formatted(lure.url()));

        assertThat(helm.problem("web", Helm.PLAIN).reason()).contains("db");
    }

    @Test
    void neither_values_nor_a_schema_of_a_chart_are_fetched() {
        var helm = new RealPrograms(RealPrograms.helm(), RenderLimits.DEFAULT);
        helm.git.write("web/Chart.yaml", CHART).write("web/templates/a.yaml", OBJECT);
        assertThat(helm.problem("web", values(lure.url() + "/values.yaml")).reason())
                .contains("is not fetched");

        helm.git.write(
                "web/values.schema.json", "{\"$ref\":\"%s/schema.json\"}".formatted(lure.url()));

        assertThat(helm.problem("web", Helm.PLAIN).reason()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources: ['URL/base.yaml']",
                "resources: ['URL/acme/base?ref=main']",
                "resources: ['git::URL/acme/base']",
                "bases: ['URL/acme/base.git']",
                "components: ['URL/acme/component']",
                "patches: [{path: 'URL/patch.yaml'}]",
                "configMapGenerator: [{name: a, files: ['a=URL/file']}]",
                "transformers: ['URL/transformer.yaml']",
                "crds: ['URL/crd.json']",
                "openapi: {path: 'URL/schema.json'}",
                "replacements: [{path: 'URL/replacement.yaml'}]",
                "helmCharts: [{name: web, repo: 'URL', version: 1.0.0}]"
            })
    void nothing_an_overlay_names_is_fetched(String kustomization) {
        var kustomize = new RealPrograms(RealPrograms.kustomize(), RenderLimits.DEFAULT);
        kustomize.git.write(
                "prod/kustomization.yaml", kustomization.replace("URL", lure.url()) + "\n");

        assertThat(kustomize.problem("prod", Kustomize.PLAIN).reason()).contains("not");
    }

    private static Tool values(String file) {
        return SourceSpec.toolOf(
                CanonicalJson.parse("{\"helm\":{\"valueFiles\":[\"%s\"]}}".formatted(file)));
    }
}
