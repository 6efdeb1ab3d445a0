package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final String QUESTION =
            "{\"arguments\":[\"health\"],\"stdin\":\"kind: PersistentVolumeClaim\\napiVersion: v1\\n"
                    + "status: {phase: %s}\"}\n";

    private static Typed.Ended batch(String questions) {
        return Typed.anywhere().reading(questions).run("batch");
    }

    @Test
    void a_line_in_is_a_line_out_in_order() {
        var ended = batch(QUESTION.formatted("Bound") + QUESTION.formatted("Lost"));
        assertThat(ended.lines()).hasSize(2);
        assertThat(ended.lines().getFirst())
                .startsWith("{\"exit\":0,\"stdout\":\"{\\\"apiVersion\\\":\\\"v1\\\",")
                .contains("Healthy\\\"")
                .endsWith("\\n\",\"stderr\":\"\"}");
        assertThat(ended.lines().getLast()).contains("Degraded");
        assertThat(ended.code()).isZero();
    }

    @Test
    void a_request_that_fails_does_not_end_it() {
        var ended =
                batch(
                        "no json\n\n{}\n"
                                + "{\"arguments\":[\"demo\"]}\n"
                                + "{\"arguments\":[\"health\",\"--nonsense\"]}\n"
                                + "{\"arguments\":[\"health\",\"/no/such/file\"]}\n"
                                + QUESTION.formatted("Bound"));
        assertThat(ended.lines())
                .extracting(line -> line.replaceAll("\\{\"exit\":(\\d+).*", "$1"))
                .containsExactly("64", "64", "64", "64", "64", "2", "0");
        assertThat(ended.lines().get(3)).contains("start with one of");
    }

    @Test
    void no_request_knows_anything_of_another() {
        var ended =
                batch(
                        QUESTION.formatted("Lost")
                                        .replace("\"health\"", "\"health\",\"--exit-code\"")
                                + QUESTION.formatted("Lost")
                                + "{\"arguments\":[\"health\"]}\n");
        assertThat(ended.lines())
                .satisfiesExactly(
                        strict -> assertThat(strict).startsWith("{\"exit\":1,"),
                        lenient -> assertThat(lenient).startsWith("{\"exit\":0,"),
                        empty ->
                                assertThat(empty)
                                        .isEqualTo("{\"exit\":0,\"stdout\":\"\",\"stderr\":\"\"}"));
    }
}
