package io.dabbawala.rolloutanalyzer.kafka;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Bytes on their way to a topic; none is a tombstone. */
record Outgoing(String topic, byte @Nullable [] value) {

    static Serde<Outgoing> serde() {
        return Serdes.serdeFrom((_, outgoing) -> outgoing.value(), Outgoing::new);
    }
}
