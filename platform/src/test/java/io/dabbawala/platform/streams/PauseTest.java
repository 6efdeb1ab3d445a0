package io.dabbawala.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PauseTest {

    @ParameterizedTest
    @EnumSource(names = {"CREATED", "REBALANCING", "RUNNING"})
    void a_stream_that_goes_on_waits_and_tries_again(State now) {
        var pause = new Pause(Duration.ZERO);

        pause.onChange(now, State.CREATED);

        assertThat(pause.passes()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING_SHUTDOWN", "PENDING_ERROR", "NOT_RUNNING", "ERROR"})
    @Timeout(10)
    void a_stream_that_ends_keeps_nobody_waiting(State now) throws Exception {
        // Given
        var pause = new Pause(Duration.ofHours(1));
        var waiting = CompletableFuture.supplyAsync(pause::passes);

        // When
        pause.onChange(now, State.RUNNING);

        // Then
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isFalse();
        assertThat(pause.passes()).isFalse();
    }

    @Test
    @Timeout(10)
    void who_is_interrupted_waits_no_longer_and_still_knows_it() {
        Thread.currentThread().interrupt();

        assertThat(new Pause(Duration.ofHours(1)).passes()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
