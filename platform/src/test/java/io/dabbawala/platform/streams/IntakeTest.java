package io.dabbawala.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.events.HintSource;
import io.dabbawala.events.PushHinted;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IntakeTest {

    private static final byte[] BYTES = {0, 0, 0, 0, 1, 7};
    private static final PushHinted EVENT =
            PushHinted.newBuilder()
                    .setRepository("shop")
                    .setSource(HintSource.WEBHOOK)
                    .setHintedAt(Instant.EPOCH)
                    .build();

    private final List<String> reasons = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();

    @BeforeEach
    void at() {
        context.setRecordMetadata("pushes", 0, 7);
    }

    @Test
    void a_registry_that_is_away_for_a_while_costs_no_record() {
        // When
        var reading =
                intake(3, new Pause(Duration.ZERO)).read(record("shop"), context, PushHinted.class);

        // Then
        assertThat(reading).isInstanceOf(Reading.Event.class);
        assertThat(asked).hasValue(3);
        assertThat(reasons).isEmpty();
    }

    @Test
    void a_registry_that_stays_away_ends_the_thread_and_makes_no_dead_letter() {
        var intake = intake(Integer.MAX_VALUE, new Pause(Duration.ZERO));

        assertThatThrownBy(() -> intake.read(record("shop"), context, PushHinted.class))
                .hasMessageContaining("the registry is away");
        assertThat(asked).hasValue(120);
        assertThat(reasons).isEmpty();
    }

    @Test
    @Timeout(10)
    void a_stream_that_is_stopped_waits_for_no_registry() {
        // Given
        var pause = new Pause(Duration.ofHours(1));
        pause.onChange(State.PENDING_SHUTDOWN, State.RUNNING);

        // Then
        assertThatThrownBy(
                        () ->
                                intake(Integer.MAX_VALUE, pause)
                                        .read(record("shop"), context, PushHinted.class))
                .hasMessageContaining("the registry is away");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_record_without_a_key_is_a_dead_letter_nobody_reads() {
        // When
        var reading =
                intake(1, new Pause(Duration.ZERO)).read(record(null), context, PushHinted.class);

        // Then
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        assertThat(asked).hasValue(0);
        assertThat(reasons).containsExactly("pushes-0@7: it has no key");
    }

    private Intake intake(int answersAt, Pause pause) {
        var codec =
                new EventCodec(
                        (_, _) -> BYTES,
                        (_, _) -> {
                            if (asked.incrementAndGet() < answersAt) {
                                throw new UncheckedIOException(
                                        new IOException("the registry is away"));
                            }
                            return EVENT;
                        });
        return new Intake(
                codec, (address, _, _, _, reason) -> reasons.add(address + ": " + reason), pause);
    }

    private static Record<String, byte[]> record(@Nullable String key) {
        return new Record<>(key, BYTES, 0, new RecordHeaders());
    }
}
