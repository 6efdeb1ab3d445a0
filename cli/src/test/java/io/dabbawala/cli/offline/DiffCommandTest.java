package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    private static final String WEB =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec: {replicas: %s}
            """;
    private static final String SECRET =
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: key, namespace: shop}
            stringData: {password: %s}
            """;

    @TempDir Path folder;

    @Test
    void a_field_that_differs_is_told_with_both_sides() {
        var ended = diff(WEB.formatted(2), WEB.formatted(3));

        assertThat(ended.lines())
                .containsExactly(
                        "{\"kind\":\"Deployment\",\"namespace\":\"shop\",\"name\":\"web\","
                                + "\"change\":\"correct\",\"fields\":"
                                + "[{\"path\":\"/spec/replicas\",\"live\":3,\"desired\":2}]}");
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_side_that_has_no_such_field_is_left_out_and_what_is_new_has_no_fields() {
        var lines =
                diff(
                                WEB.formatted("2, paused: true") + "---\n" + SECRET.formatted("x"),
                                WEB.formatted(2))
                        .lines();

        assertThat(lines.getFirst())
                .contains("\"fields\":[{\"path\":\"/spec/paused\",\"desired\":true}]");
        assertThat(lines.getLast())
                .contains("\"name\":\"key\",\"change\":\"create\",\"fields\":[]");
    }

    @Test
    void a_secret_s_value_is_never_printed() {
        var ended = diff(SECRET.formatted("hunter2"), SECRET.formatted("hunter1"), "-o", "yaml");

        assertThat(ended.out()).contains("/data/password", "<redacted, differs>");
        assertThat(ended.out() + ended.err())
                .doesNotContain("hunter", "aHVudGVyMg==", "aHVudGVyMQ==");
    }

    @Test
    void what_the_application_ignores_is_no_difference() {
        var application =
                file(
                        "application.yaml",
                        """
                        metadata: {name: web}
                        spec:
                          ignoreDifferences:
                          - {group: apps, kind: Deployment, jqPathExpressions: [.spec.replicas]}
                        """);
        var ended = diff(WEB.formatted(2), WEB.formatted(3), "--application", application);

        assertThat(ended.lines()).singleElement().asString().contains("\"change\":\"none\"");
        assertThat(diff(WEB.formatted(2), WEB.formatted(3), "--exit-code").code()).isOne();
    }

    @Test
    void what_argo_cd_ignores_in_every_application_is_no_difference() {
        var settings =
                """
                kind: ConfigMap
                metadata: {name: argocd-cm}
                data:
                  resource.customizations.ignoreDifferences.%s: |
                    # scaled by others
                    jsonPointers: [/spec/replicas]
                """;
        var deployments = file("cm.yaml", settings.formatted("apps_Deployment"));
        var others = file("others.yaml", settings.formatted("apps_StatefulSet"));

        assertThat(diff(WEB.formatted(2), WEB.formatted(3), "--argo-settings", deployments).out())
                .contains("\"change\":\"none\"");
        assertThat(diff(WEB.formatted(2), WEB.formatted(3), "--argo-settings", others).out())
                .contains("\"change\":\"correct\"");
    }

    @Test
    void fields_that_argo_cd_knows_the_types_of_are_compared_as_these() {
        var oven =
                "{apiVersion: example.org/v1, kind: Oven,"
                        + " metadata: {name: a, namespace: b}, spec: {power: %s}}";
        var settings =
                file(
                        "cm.yaml",
                        "data: {resource.customizations.knownTypeFields.example.org_Oven:"
                                + " '[{field: spec.power, type: core/Quantity}]'}");

        assertThat(diff(oven.formatted("2000m"), oven.formatted(2)).out())
                .contains("\"change\":\"correct\"");
        assertThat(
                        diff(
                                        oven.formatted("2000m"),
                                        oven.formatted(2),
                                        "--argo-settings",
                                        settings)
                                .out())
                .contains("\"change\":\"none\"");
    }

    @Test
    void what_argo_cd_tracks_by_its_label_is_pruned() {
        var live = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {%s: web}}}";
        var application = file("application.yaml", "metadata: {name: web}");
        var settings =
                file(
                        "cm.yaml",
                        "data: {application.resourceTrackingMethod: label,"
                                + " application.instanceLabelKey: example.org/app}");
        var options = new String[] {"--application", application, "--argo-settings", settings};

        assertThat(diff("", live.formatted("example.org/app"), options).out())
                .contains("\"change\":\"prune\"");
        assertThat(diff("", live.formatted("app.kubernetes.io/instance"), options).out())
                .contains("\"change\":\"none\"");
        assertThat(diff("", live.formatted("example.org/app"), options[0], options[1]).out())
                .contains("\"change\":\"none\"");
    }

    @Test
    void settings_that_cannot_be_read_are_one_error_and_nothing_else() {
        var key = "data: {resource.customizations.ignoreDifferences.all: '%s'}";
        var options = List.of("nothing", "a: 1\na: 2", "jsonPointers: /spec");
        for (var value : options) {
            var settings = file("cm.yaml", key.formatted(value.replace("\n", "\n\n")));
            var ended = diff(WEB.formatted(2), "", "--argo-settings", settings);

            assertThat(ended.lines()).singleElement().asString().startsWith("{\"error\":\"");
            assertThat(ended.code()).isEqualTo(2);
        }
        assertThat(diff("", "", "--argo-settings", file("cm.yaml", key.formatted("# none"))).code())
                .isZero();
    }

    @Test
    void bad_input_is_one_error_and_nothing_else() {
        assertThat(diff(WEB.formatted(2) + "---\n" + WEB.formatted(2), "").lines())
                .containsExactly(
                        "{\"error\":\"desired, document 2 is about Deployment shop/web again:"
                                + " two documents for one object\"}");
        assertThat(diff("metadata: {name: a}", "").code()).isEqualTo(2);
        assertThat(diff("[1]", "").lines()).singleElement().asString().contains("not an object");
    }

    private Typed.Ended diff(String desired, String live, String... options) {
        var words =
                new ArrayList<String>(List.of("diff", "--desired", file("desired.yaml", desired)));
        words.addAll(List.of("--live", file("live.yaml", live)));
        words.addAll(List.of(options));
        return Typed.anywhere().run(words.toArray(String[]::new));
    }

    private String file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
