package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Makes the records of a stream out of events: key, headers, bytes. */
record StreamOutbox(EventCodec codec) {

    static final String SERVICE = "rollout-analyzer";

    Record<String, Outgoing> event(
            String topic, String key, SpecificRecord event, Envelope envelope) {
        return addressed(new Outgoing(topic, codec.encode(topic, event)), key, envelope);
    }

    Record<String, Outgoing> tombstone(String topic, String key, Envelope envelope) {
        return addressed(new Outgoing(topic, null), key, envelope);
    }

    private static Record<String, Outgoing> addressed(
            Outgoing outgoing, String key, Envelope envelope) {
        return new Record<>(
                key,
                outgoing,
                envelope.time().toEpochMilli(),
                envelope.writeTo(new RecordHeaders()));
    }
}
