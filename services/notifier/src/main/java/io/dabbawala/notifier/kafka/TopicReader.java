package io.dabbawala.notifier.kafka;

import io.dabbawala.events.DesiredState;
import io.dabbawala.events.DriftFound;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.Topics;
import io.dabbawala.notifier.message.Happening;
import io.dabbawala.notifier.message.News;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How the records of one topic become news, if they are any. */
record TopicReader<T extends SpecificRecord>(
        Class<T> type, Function<T, String> delivery, Function<T, Optional<Happening>> reading) {

    private static final Map<String, TopicReader<?>> READERS =
            Map.of(
                    Topics.DESIRED_STATES,
                    new TopicReader<>(
                            DesiredState.class, DesiredState::getDelivery, GitMessages::desired),
                    Topics.DRIFTS,
                    new TopicReader<>(
                            DriftFound.class, DriftFound::getDelivery, SyncMessages::drift),
                    Topics.GATE_VERDICTS,
                    new TopicReader<>(
                            GateVerdict.class, GateVerdict::getDelivery, SyncMessages::verdict),
                    Topics.SYNC_RESULTS,
                    new TopicReader<>(
                            SyncFinished.class, SyncFinished::getDelivery, SyncMessages::result),
                    Topics.ROLLOUT_VERDICTS,
                    new TopicReader<>(
                            RolloutJudged.class,
                            RolloutJudged::getDelivery,
                            RolloutMessages::judged),
                    Topics.ROLLBACKS,
                    new TopicReader<>(
                            RollbackIssued.class,
                            RollbackIssued::getDelivery,
                            RolloutMessages::rollback));

    /** News, and the envelope of the event that brought it. */
    record Told(News news, Envelope envelope) {}

    static TopicReader<?> of(String topic) {
        return Optional.ofNullable(READERS.get(topic))
                .orElseThrow(() -> new IllegalStateException("no reader for topic " + topic));
    }

    /** Empty for a record that nobody can read; it is kept as a dead letter. */
    Optional<Told> read(Inbox inbox, ConsumerRecord<String, byte[]> message) {
        return switch (inbox.read(message, type)) {
            case Reading.Event<T>(_, var event, var envelope) ->
                    reading.apply(event).map(happening -> told(happening, event, envelope));
            case Reading.Removed<T> _, Reading.Unreadable<T> _ -> Optional.empty();
        };
    }

    private Told told(Happening happening, T event, Envelope envelope) {
        return new Told(
                new News(
                        envelope.id(),
                        type.getSimpleName(),
                        delivery.apply(event),
                        envelope.time(),
                        happening),
                envelope);
    }
}
