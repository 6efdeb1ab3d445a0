package io.dabbawala.platform;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Makes the messages of a channel out of events: topic, key, headers, bytes. One channel may speak
 * on several topics; what is said at the same time then leaves in the same request.
 */
public final class Outbox {

    private final EventCodec codec;

    public Outbox(EventCodec codec) {
        this.codec = codec;
    }

    public Message<byte[]> message(
            String topic, String key, SpecificRecord event, Envelope envelope) {
        var to = OutgoingKafkaRecordMetadata.<String>builder().withTopic(topic);
        return addressed(codec.encode(topic, event), to.withKey(key), envelope);
    }

    /** Says that nothing is declared under the key any more (compacted topics). */
    public Message<byte[]> tombstone(String key, Envelope envelope) {
        return addressed(
                null, OutgoingKafkaRecordMetadata.<String>builder().withKey(key), envelope);
    }

    @SuppressWarnings("NullAway") // a record without value is what a tombstone is
    private static Message<byte[]> addressed(
            byte @Nullable [] value,
            OutgoingKafkaRecordMetadata.OutgoingKafkaRecordMetadataBuilder<String> address,
            Envelope envelope) {
        return Message.of(value)
                .addMetadata(address.withHeaders(envelope.writeTo(new RecordHeaders())).build());
    }
}
