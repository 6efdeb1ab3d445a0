package io.dabbawala.compliancegate.kafka;

import io.dabbawala.platform.DeadLetters;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.dabbawala.platform.RecordAddress;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/**
 * Reads the records of a stream. A registry that does not answer is asked again for a while, here
 * and nowhere else; then the stream's thread ends and a new one begins where the last commit was.
 */
final class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int ATTEMPTS = 120;
    private static final long PAUSE_MILLIS = 1_000;

    private final Inbox inbox;
    private final DeadLetters deadLetters;

    Intake(Inbox inbox, DeadLetters deadLetters) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
    }

    <T extends SpecificRecord> Reading<T> read(
            Record<String, byte[]> record, ProcessingContext context, Class<T> type) {
        var address = address(record, context);
        if (record.key() == null) {
            return refuse(record, context, "it has no key");
        }
        return patiently(
                address,
                () -> inbox.read(address, record.key(), record.value(), record.headers(), type));
    }

    /** Keeps a record that can be read but cannot be true. */
    <T> Reading<T> refuse(Record<String, byte[]> record, ProcessingContext context, String reason) {
        if (record.value() != null) {
            var address = address(record, context);
            deadLetters.keep(address, record.key(), record.value(), record.headers(), reason);
        }
        return new Reading.Unreadable<>(reason);
    }

    static <R> R patiently(RecordAddress address, Supplier<R> reading) {
        for (int attempt = 1; ; attempt++) {
            try {
                return reading.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.warnf("read again: record=%s reason=%s", address, e);
                pause();
            }
        }
    }

    static RecordAddress address(Record<String, byte[]> record, ProcessingContext context) {
        var metadata =
                context.recordMetadata()
                        .orElseThrow(() -> new IllegalStateException("read outside of a record"));
        return new RecordAddress(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the registry", e);
        }
    }
}
