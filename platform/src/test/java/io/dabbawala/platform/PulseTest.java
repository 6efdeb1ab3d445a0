package io.dabbawala.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PulseTest {

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Pulse pulse = new Pulse(() -> now);
    private final Semaphore renewed = new Semaphore(0);

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
    void the_doubt_lasts_until_a_consumer_must_have_heard_of_its_group()
            throws InterruptedException {
        // Given
        pulse.whenCertainAgain(renewed::release);
        pass(6);

        // When
        pulse.beat();
        pass(3);
        pulse.beat();

        // Then
        assertThat(pulse.isInDoubt()).isTrue();
        assertThat(renewed.availablePermits()).isZero();

        // When
        pass(1);
        pulse.beat();
        pulse.beat();

        // Then
        assertThat(pulse.isInDoubt()).isFalse();
        assertThat(renewed.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        assertThat(renewed.tryAcquire(100, TimeUnit.MILLISECONDS)).as("once").isFalse();
    }

    @Test
    void who_is_told_may_take_long_or_fail_and_the_beat_goes_on() throws InterruptedException {
        // Given
        var told = new CountDownLatch(2);
        pulse.whenCertainAgain(
                () -> {
                    told.countDown();
                    LockSupport.park();
                });
        pulse.whenCertainAgain(
                () -> {
                    told.countDown();
                    throw new IllegalStateException("on purpose");
                });
        pass(6);
        pulse.beat();

        // When
        pass(4);
        pulse.beat();

        // Then
        assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(pulse.isInDoubt()).isFalse();
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }
}
