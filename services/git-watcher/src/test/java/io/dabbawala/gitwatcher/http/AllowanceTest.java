package io.dabbawala.gitwatcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Allowance allowance = new Allowance(10, clock());

    @Test
    void who_comes_too_often_is_told_how_long_to_wait_and_others_are_not() {
        // Given
        comeFifty("shop");

        // Then
        assertThat(allowance.wait("shop")).contains(Duration.ofMillis(100));
        assertThat(allowance.wait("bank")).isEmpty();

        // When
        now = now.plusMillis(100);

        // Then
        assertThat(allowance.wait("shop")).isEmpty();
        assertThat(allowance.wait("shop")).isPresent();
    }

    @Test
    void strangers_do_not_fill_the_memory() {
        // Given
        comeFifty("shop");

        // When
        IntStream.range(0, 10_000).forEach(number -> allowance.wait("from " + number));

        // Then: it was forgotten
        assertThat(allowance.wait("shop")).isEmpty();
    }

    private void comeFifty(String sender) {
        IntStream.range(0, 50).forEach(_ -> assertThat(allowance.wait(sender)).isEmpty());
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
