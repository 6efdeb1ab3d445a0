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
