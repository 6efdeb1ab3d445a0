package io.dabbawala.platform;

import java.time.Instant;

/** Where a record lies, and the time the broker or its writer gave it. */
public record RecordAddress(String topic, int partition, long offset, Instant time) {

    @Override
    public String toString() {
        return "%s-%d@%d".formatted(topic, partition, offset);
    }
}
