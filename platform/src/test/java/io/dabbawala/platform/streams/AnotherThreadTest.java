package io.dabbawala.platform.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnotherThreadTest {

    @Test
    void a_thread_that_ends_is_followed_by_another_after_a_pause() {
        // Given
        var length = Duration.ofMillis(50);
        var handler = new AnotherThread(new Pause(length));
        var begin = System.nanoTime();

        // When
        var answer = handler.handle(new IllegalStateException("on purpose"));

        // Then
        assertThat(answer).isEqualTo(REPLACE_THREAD);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(length);
    }
}
