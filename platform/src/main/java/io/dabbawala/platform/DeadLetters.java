package io.dabbawala.platform;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Where records go that nobody can read. */
public interface DeadLetters {

    /** Keeps the record as it was, with the reason; returns once it is safe. */
    void keep(
            RecordAddress address,
            @Nullable String key,
            byte[] value,
            Headers headers,
            String reason);
}
