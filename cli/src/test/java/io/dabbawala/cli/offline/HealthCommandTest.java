package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCommandTest {

    private static final String CLAIM =
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: shop}
            status: {phase: %s}
            """;
    private static final String BOUND =
            "{\"apiVersion\":\"v1\",\"kind\":\"PersistentVolumeClaim\",\"namespace\":\"shop\","
                    + "\"name\":\"data\",\"health\":\"Healthy\",\"message\":\"\"}";

    private static Typed.Ended health(String input, String... options) {
        var words = new String[options.length + 1];
        words[0] = "health";
        System.arraycopy(options, 0, words, 1, options.length);
        return Typed.anywhere().reading(input).run(words);
    }

    @Test
    void every_document_is_answered_with_one_line_in_its_order() {
        var ended = health(CLAIM.formatted("Bound") + "---\n---\nkind: Unheard\n---\n5\n");
        assertThat(ended.lines())
                .containsExactly(
                        BOUND,
                        "{\"apiVersion\":\"\",\"kind\":\"Unheard\",\"namespace\":\"\",\"name\":\"\","
                                + "\"health\":null,\"message\":\"\"}",
                        "{\"error\":\"not an object: 5\"}");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void a_document_that_cannot_be_read_is_told_with_its_place_and_the_others_are_answered() {
        var ended = health("a: 1\na: 2\n---\n" + CLAIM.formatted("Bound"));
        assertThat(ended.lines())
                .containsExactly("{\"error\":\"stdin:2:1: duplicate key \\\"a\\\"\"}", BOUND);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("stdin:2:1: duplicate key");
    }

    @Test
    void a_file_is_read_like_standard_input(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("claim.yaml"), CLAIM.formatted("Bound"));
        assertThat(health("", file.toString()).lines()).containsExactly(BOUND);
        var missing = health("", folder.resolve("none.yaml").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("none.yaml: there is no such file");
    }

    @Test
    void nothing_is_answered_with_nothing() {
        assertThat(health("")).isEqualTo(new Typed.Ended(0, "", ""));
        assertThat(health("", "-o", "table").out()).isEmpty();
    }

    @Test
    void bad_news_ends_with_1_when_asked_for() {
        assertThat(health(CLAIM.formatted("Lost")).code()).isZero();
        assertThat(health(CLAIM.formatted("Lost"), "--exit-code").code()).isEqualTo(1);
        assertThat(health(CLAIM.formatted("Bound"), "--exit-code").code()).isZero();
        assertThat(health("kind: Unheard", "--exit-code").code()).isZero();
    }

    @Test
    void people_read_a_table_or_yaml() {
        assertThat(health(CLAIM.formatted("Bound"), "-o", "table").lines())
                .containsExactly(
                        "APIVERSION   KIND                    NAMESPACE   NAME   HEALTH    MESSAGE",
                        "v1           PersistentVolumeClaim   shop        data   Healthy");
        assertThat(health(CLAIM.formatted("Bound"), "-o", "yaml").lines())
                .startsWith("---", "apiVersion: v1")
                .contains("health: Healthy");
    }

    @Test
    void kstatus_judges_by_its_own_rules_and_at_the_time_it_is_told() {
        var pod =
                "{apiVersion: v1, kind: Pod, metadata: {creationTimestamp: '2026-11-24T12:00:00Z'},"
                        + " status: {phase: Pending, conditions: [{type: PodScheduled,"
                        + " status: 'False', reason: Unschedulable}]}}";
        assertThat(health(pod, "--rules", "kstatus", "--at", "2026-11-24T17:30:10+05:30").out())
                .contains("\"health\":\"InProgress\",\"message\":\"Pod has not been scheduled\"");
        assertThat(health(pod, "--rules", "kstatus", "--at", "2026-11-24T12:00:15Z").out())
                .contains("\"health\":\"Failed\"");
        assertThat(health(pod, "--at", "noon").code()).isEqualTo(64);
        assertThat(health(pod).out()).contains("\"health\":\"Progressing\"");
    }
}
