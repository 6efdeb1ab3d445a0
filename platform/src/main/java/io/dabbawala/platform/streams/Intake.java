package io.dabbawala.platform.streams;

import io.dabbawala.platform.DeadLetters;
import io.dabbawala.platform.EventCodec;
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
public final class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final int ATTEMPTS = 120;

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Pause pause;

    public Intake(EventCodec codec, DeadLetters deadLetters, Pause pause) {
        this.inbox = new Inbox(codec, deadLetters);
        this.deadLetters = deadLetters;
        this.pause = pause;
    }

    public <T extends SpecificRecord> Reading<T> read(
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
    public <T> Reading<T> refuse(
            Record<String, byte[]> record, ProcessingContext context, String reason) {
        if (record.value() != null) {
            var address = address(record, context);
            deadLetters.keep(address, record.key(), record.value(), record.headers(), reason);
        }
        return new Reading.Unreadable<>(reason);
    }

    /** For what is read of a record in another way, with the same patience. */
    public <R> R patiently(RecordAddress address, Supplier<R> reading) {
        for (int attempt = 1; ; attempt++) {
            try {
                return reading.get();
            } catch (RuntimeException e) {
                LOG.warnf("not read: record=%s attempt=%d reason=%s", address, attempt, e);
                if (attempt == ATTEMPTS || !pause.passes()) {
                    throw e;
                }
            }
        }
    }

    public static RecordAddress address(Record<String, byte[]> record, ProcessingContext context) {
        var metadata =
                context.recordMetadata()
                        .orElseThrow(() -> new IllegalStateException("read outside of a record"));
        return new RecordAddress(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                Instant.ofEpochMilli(record.timestamp()));
    }
}
