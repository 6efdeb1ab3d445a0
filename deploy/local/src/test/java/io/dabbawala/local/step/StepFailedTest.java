package io.dabbawala.local.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class StepFailedTest {

    @Test
    void what_goes_wrong_is_told_with_what_was_expected() {
        assertThatThrownBy(
                        () -> StepFailed.expecting("the schemas to be registered", this::refused))
                .isInstanceOf(StepFailed.class)
                .hasMessage(
                        "Expected the schemas to be registered.%nSeen: the registry answers 500"
                                .formatted());
    }

    @Test
    void the_cause_behind_an_empty_phrase_is_told_too() {
        assertThatThrownBy(() -> StepFailed.expecting("an answer", this::unreachable))
                .hasMessageEndingWith(
                        "Seen: GET http://127.0.0.1:9: java.net.ConnectException: refused");
    }

    @Test
    void what_says_already_what_was_expected_is_left_as_it_is() {
        // Given
        var inner = new StepFailed("the broker to answer", "it ended");

        // Then
        assertThatThrownBy(
                        () ->
                                StepFailed.expecting(
                                        "the topics",
                                        () -> {
                                            throw inner;
                                        }))
                .isSameAs(inner);
        assertThat(inner.and("Not running any more: broker"))
                .hasMessage(
                        "Expected the broker to answer.%nSeen: it ended%nNot running any more: broker"
                                .formatted());
    }

    @Test
    void a_step_that_succeeds_is_just_taken() {
        assertThat(StepFailed.<String>expecting("a word", () -> "word")).isEqualTo("word");
    }

    private String refused() {
        throw new IllegalStateException("the registry answers 500");
    }

    private String unreachable() {
        var refused = new IOException(new java.net.ConnectException("refused"));
        throw new UncheckedIOException("GET http://127.0.0.1:9", refused);
    }
}
