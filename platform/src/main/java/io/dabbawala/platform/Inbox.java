package io.dabbawala.platform;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into events. What nobody can read becomes a dead letter, and the stream goes on.
 */
public final class Inbox {

    private final EventCodec codec;
    private final DeadLetters deadLetters;

    public Inbox(EventCodec codec, DeadLetters deadLetters) {
        this.codec = codec;
        this.deadLetters = deadLetters;
    }

    public <T extends SpecificRecord> Reading<T> read(
            ConsumerRecord<String, byte[]> message, Class<T> type) {
        var address =
                new RecordAddress(
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        Instant.ofEpochMilli(message.timestamp()));
        return read(address, message.key(), message.value(), message.headers(), type);
    }

    /** The same for a record that came by another way than a channel (Kafka Streams). */
    public <T extends SpecificRecord> Reading<T> read(
            RecordAddress address,
            String key,
            byte @Nullable [] value,
            Headers headers,
            Class<T> type) {
        var envelope = Envelope.of(headers, address);
        if (value == null) {
            return new Reading.Removed<>(key, envelope);
        }
        try {
            return new Reading.Event<>(key, codec.decode(address.topic(), value, type), envelope);
        } catch (UnreadableEvent e) {
            var reason = String.valueOf(e.getMessage());
            deadLetters.keep(address, key, value, headers, reason);
            return new Reading.Unreadable<>(reason);
        }
    }
}
