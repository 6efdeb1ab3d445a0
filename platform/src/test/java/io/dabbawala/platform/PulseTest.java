package io.dabbawala.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final Hands hands = new Hands();
    private final Pulse pulse = new Pulse(hands);
    private int renewed;

    @Test
    void who_beats_is_certain() {
        for (int i = 0; i < 100; i++) {
            hands.move(Duration.ofSeconds(4));
            assertThat(pulse.isInDoubt()).isFalse();
            pulse.beat();
        }
    }

    @Test
    void who_stood_still_is_in_doubt_even_before_the_first_beat() {
        hands.move(Duration.ofSeconds(6));

        assertThat(pulse.isInDoubt()).isTrue();
    }

    @Test
    void the_doubt_lasts_until_a_consumer_must_have_heard_of_its_group() {
        // Given
        pulse.whenCertainAgain(() -> renewed++);
        hands.move(Duration.ofSeconds(6));

        // When
        pulse.beat();
        hands.move(Duration.ofSeconds(3));
        pulse.beat();

        // Then
        assertThat(pulse.isInDoubt()).isTrue();
        assertThat(renewed).isZero();

        // When
        hands.move(Duration.ofSeconds(1));
        pulse.beat();
        pulse.beat();

        // Then
        assertThat(pulse.isInDoubt()).isFalse();
        assertThat(renewed).isEqualTo(1);
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        void move(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
