package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.UnreadableEvent;
import io.dabbawala.platform.streams.Intake;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Sends reports on by application. One that nobody can read is kept by who reads it by rollout. */
final class ReportProcessor extends ContextualProcessor<String, byte[], String, byte[]> {

    private final EventCodec codec;
    private final Intake intake;

    ReportProcessor(EventCodec codec, Intake intake) {
        this.codec = codec;
        this.intake = intake;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() != null && record.value() != null) {
            var address = Intake.address(record, context());
            intake.patiently(address, () -> application(address.topic(), record.value()))
                    .ifPresent(application -> context().forward(record.withKey(application)));
        }
    }

    private Optional<String> application(String topic, byte[] value) {
        try {
            return Optional.of(codec.decode(topic, value, RolloutProgressed.class))
                    .map(RolloutProgressed::getApplication)
                    .filter(application -> !application.isEmpty());
        } catch (UnreadableEvent _) {
            return Optional.empty();
        }
    }
}
