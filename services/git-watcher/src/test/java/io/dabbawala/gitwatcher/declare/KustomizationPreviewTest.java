package io.dabbawala.gitwatcher.declare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.render.CanonicalJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KustomizationPreviewTest {

    private static final String KUSTOMIZATION =
            """
            {"apiVersion":"kustomize.toolkit.fluxcd.io/v1","kind":"Kustomization",
             "metadata":{%s},"spec":{%s}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\":\"web\",\"namespace\":\"shop\"|shop/web|shop",
                "\"name\":\"web\"|flux-system/web|flux-system",
                "\"namespace\":\"shop\"|''|shop"
            })
    void it_goes_where_it_is_unless_it_says_where_else(String metadata, String key, String home) {
        var preview = preview(metadata, "");

        assertThat(preview.key()).isEqualTo(key);
        assertThat(preview.spec()).contains("\"namespace\":\"%s\"".formatted(home));
        assertThat(preview("\"name\":\"web\"", "\"targetNamespace\":\"till\"").spec())
                .contains("\"namespace\":\"till\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"prune\":true|background",
                "\"prune\":false|orphan",
                "\"prune\":true,\"suspend\":true|orphan",
                "\"prune\":true,\"deletionPolicy\":\"Orphan\"|orphan",
                "\"prune\":false,\"deletionPolicy\":\"Delete\"|background"
            })
    void what_becomes_of_its_objects_is_told(String spec, String deletion) {
        assertThat(preview("\"name\":\"web\"", spec).spec())
                .contains("\"deletion\":\"%s\"".formatted(deletion));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"Application\"}",
                "{\"apiVersion\":\"kustomize.config.k8s.io/v1beta1\",\"kind\":\"Kustomization\"}",
                "{}"
            })
    void nothing_else_is_one(String document) {
        assertThat(KustomizationPreview.of(CanonicalJson.parse(document))).isEmpty();
    }

    private static KustomizationPreview preview(String metadata, String spec) {
        return KustomizationPreview.of(CanonicalJson.parse(KUSTOMIZATION.formatted(metadata, spec)))
                .orElseThrow();
    }
}
