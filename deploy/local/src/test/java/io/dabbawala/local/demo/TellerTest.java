package io.dabbawala.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.local.step.StepFailed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TellerTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Teller teller = new Teller(new PrintStream(bytes, true, UTF_8));

    @Test
    void each_thing_is_told_with_the_time_since_the_chapter_began() {
        // When
        teller.chapter("1. It begins");
        teller.tell("it happened");

        // Then
        assertThat(bytes.toString(UTF_8))
                .contains("1. It begins")
                .containsPattern("\\[ +0[.,]\\d s\\] it happened");
    }

    @Test
    void waits_until_it_happens() {
        // Given
        var asked = new AtomicInteger();

        // When
        var value =
                teller.await(
                        "the third time",
                        Duration.ofSeconds(20),
                        () -> Optional.of(asked.incrementAndGet()).filter(n -> n == 3),
                        () -> "");

        // Then
        assertThat(value).isEqualTo(3);
    }

    @Test
    void says_what_was_expected_and_what_was_seen_when_it_does_not_happen() {
        assertThatThrownBy(
                        () ->
                                teller.await(
                                        "the web to be Healthy",
                                        Duration.ZERO,
                                        Optional::empty,
                                        () -> "the web is Degraded"))
                .isInstanceOf(StepFailed.class)
                .hasMessageContainingAll("the web to be Healthy", "the web is Degraded");
    }
}
