package io.dabbawala.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PulseTest {

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Pulse pulse = new Pulse(() -> now);
    private int renewed;

    @Test
    void who_beats_is_certain() {
        for (int i = 0; i < 100; i++) {
            pass(4);
            assertThat(pulse.isInDoubt()).isFalse();
            pulse.beat();
        }
    }

    @Test
    void who_stood_still_is_in_doubt_even_before_the_first_beat() {
        pass(6);

        assertThat(pulse.isInDoubt()).isTrue();
    }

    @Test
    void the_doubt_lasts_until_a_consumer_must_have_heard_of_its_group() {
        // Given
        pulse.whenCertainAgain(() -> renewed++);
        pass(6);

        // When
        pulse.beat();
        pass(3);
        pulse.beat();

        // Then
        assertThat(pulse.isInDoubt()).isTrue();
        assertThat(renewed).isZero();

        // When
        pass(1);
        pulse.beat();
        pulse.beat();

        // Then
        assertThat(pulse.isInDoubt()).isFalse();
        assertThat(renewed).isEqualTo(1);
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }
}
