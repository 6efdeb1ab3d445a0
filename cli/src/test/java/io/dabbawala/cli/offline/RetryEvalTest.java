package io.dabbawala.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.cli.Typed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryEvalTest {

    private static final String AUTOMATED =
            "apiVersion: argoproj.io/v1alpha1\nkind: Application\n"
                    + "spec: {syncPolicy: {automated: {}}}\n";

    @Test
    void the_first_retry_comes_after_five_seconds() {
        var ended = eval(AUTOMATED);

        assertThat(ended.lines())
                .containsExactly(
                        "{\"retries\":true,\"waitSeconds\":5,\"retryAt\":\"2026-11-08T13:00:05Z\"}");
        assertThat(ended.code()).isZero();
    }

    @Test
    void fractions_of_a_second_are_told() {
        var retry = "{limit: 2, backoff: {duration: 1.5s, factor: 3}}";

        assertThat(
                        eval("spec: {syncPolicy: {retry: %s}}".formatted(retry), "--retries", "1")
                                .lines())
                .containsExactly(
                        "{\"retries\":true,\"waitSeconds\":4.5,"
                                + "\"retryAt\":\"2026-11-08T13:00:04.500Z\"}");
    }

    @Test
    void the_status_says_how_often_it_was_tried_unless_the_question_does() {
        var tried = AUTOMATED + "status: {operationState: {retryCount: 5}}\n";

        assertThat(eval(tried).lines()).containsExactly("{\"retries\":false}");
        assertThat(eval(tried, "--exit-code").code()).isOne();
        assertThat(eval(tried, "--retries", "0").lines().getFirst()).contains("\"waitSeconds\":5");
    }

    @Test
    void what_is_no_duration_is_an_error() {
        var ended = eval("spec: {syncPolicy: {retry: {limit: 1, backoff: {duration: soon}}}}");

        assertThat(ended.lines()).containsExactly("{\"error\":\"invalid duration \\\"soon\\\"\"}");
        assertThat(ended.code()).isEqualTo(2);
    }

    private static Typed.Ended eval(String application, String... options) {
        var words = new ArrayList<>(List.of("retry", "eval", "--at", "2026-11-08T18:30:00+05:30"));
        words.addAll(List.of(options));
        return Typed.anywhere().reading(application).run(words.toArray(String[]::new));
    }
}
