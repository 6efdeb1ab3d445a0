package io.dabbawala.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.HintSource;
import io.dabbawala.events.MetricSampled;
import io.dabbawala.events.PushHinted;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.dabbawala.platform.RecordAddress;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final RecordAddress ADDRESS = new RecordAddress(Topics.PUSHES, 3, 42, NOON);

    private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
    private final EventCodec codec = InMemoryRegistry.codec();
    private final Inbox inbox = new Inbox(codec, deadLetters);

    @Test
    void reads_an_event_with_its_envelope() {
        // Given
        var envelope = Envelope.root("git-watcher", "PushHinted", "shop", NOON, "1");
        var bytes = codec.encode(Topics.PUSHES, hint());

        // When
        var reading =
                inbox.read(
                        ADDRESS,
                        "shop",
                        bytes,
                        envelope.writeTo(new RecordHeaders()),
                        PushHinted.class);

        // Then
        assertThat(reading).isEqualTo(new Reading.Event<>("shop", hint(), envelope));
    }

    @Test
    void keeps_bytes_that_are_no_event_as_a_dead_letter() {
        // When
        var reading =
                inbox.read(
                        ADDRESS,
                        "shop",
                        new byte[] {1, 2, 3},
                        new RecordHeaders(),
                        PushHinted.class);

        // Then
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        assertThat(deadLetters.letters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.address()).isEqualTo(ADDRESS);
                            assertThat(letter.reason()).contains("magic byte");
                        });
    }

    @Test
    void keeps_an_event_of_another_kind_as_a_dead_letter() {
        // When
        var bytes = codec.encode(Topics.PUSHES, hint());
        var reading = inbox.read(ADDRESS, "shop", bytes, new RecordHeaders(), MetricSampled.class);

        // Then
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        assertThat(deadLetters.letters()).hasSize(1);
    }

    @Test
    void keeps_an_event_of_an_unknown_schema_or_cut_short_as_a_dead_letter() {
        // Given
        var whole = codec.encode(Topics.PUSHES, hint());
        var cut = java.util.Arrays.copyOf(whole, whole.length - 3);
        var unknown = whole.clone();
        unknown[4] = 99;

        // When
        inbox.read(ADDRESS, "shop", cut, new RecordHeaders(), PushHinted.class);
        inbox.read(ADDRESS, "shop", unknown, new RecordHeaders(), PushHinted.class);

        // Then
        assertThat(deadLetters.letters()).hasSize(2);
    }

    @Test
    void tells_a_tombstone_from_an_event() {
        var reading = inbox.read(ADDRESS, "shop", null, new RecordHeaders(), PushHinted.class);

        assertThat(reading).isInstanceOf(Reading.Removed.class);
        assertThat(deadLetters.letters()).isEmpty();
    }

    private static PushHinted hint() {
        return PushHinted.newBuilder()
                .setRepository("shop")
                .setSource(HintSource.WEBHOOK)
                .setHintedAt(NOON)
                .build();
    }
}
