package io.dabbawala.platform;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Makes the messages of a channel out of events: key, headers, bytes. */
public final class Outbox {

    private final EventCodec codec;

    public Outbox(EventCodec codec) {
        this.codec = codec;
    }

    public Message<byte[]> message(
            String topic, String key, SpecificRecord event, Envelope envelope) {
        return addressed(codec.encode(topic, event), key, envelope);
    }

    /** Says that nothing is declared under the key any more (compacted topics). */
    public Message<byte[]> tombstone(String key, Envelope envelope) {
        return addressed(null, key, envelope);
    }

    @SuppressWarnings("NullAway") // a record without value is what a tombstone is
    private static Message<byte[]> addressed(
            byte @Nullable [] value, String key, Envelope envelope) {
        return Message.of(value)
                .addMetadata(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(key)
                                .withHeaders(envelope.writeTo(new RecordHeaders()))
                                .build());
    }
}
