package io.dabbawala.console.kafka;

import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Header;
import io.dabbawala.console.event.Removal;
import io.dabbawala.events.Commanded;
import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.Declared;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.DriftFound;
import io.dabbawala.events.ErrorBudgetMeasured;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.NoticeSettled;
import io.dabbawala.events.PushHinted;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncRequested;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How the records of one topic become events. */
record TopicReader<T extends SpecificRecord>(Class<T> type, BiFunction<Header, T, Event> reading) {

    private static final Map<String, TopicReader<?>> READERS =
            Map.ofEntries(
                    on(Topics.PUSHES, PushHinted.class, GitMessages::push),
                    on(Topics.COMMITS, CommitDetected.class, GitMessages::commit),
                    on(Topics.DECLARATIONS, Declared.class, GitMessages::declaration),
                    on(Topics.DESIRED_STATES, DesiredState.class, GitMessages::desired),
                    on(Topics.DRIFTS, DriftFound.class, SyncMessages::drift),
                    on(Topics.SYNC_REQUESTS, SyncRequested.class, SyncMessages::request),
                    on(Topics.GATE_VERDICTS, GateVerdict.class, SyncMessages::verdict),
                    on(Topics.SYNC_RESULTS, SyncFinished.class, SyncMessages::result),
                    on(Topics.ROLLOUT_PROGRESS, RolloutProgressed.class, RolloutMessages::progress),
                    on(Topics.ROLLOUT_VERDICTS, RolloutJudged.class, RolloutMessages::judgement),
                    on(Topics.ROLLBACKS, RollbackIssued.class, RolloutMessages::rollback),
                    on(Topics.BUDGETS, ErrorBudgetMeasured.class, RolloutMessages::budget),
                    on(Topics.COMMANDS, Commanded.class, PeopleMessages::order),
                    on(Topics.NOTICES, NoticeSettled.class, PeopleMessages::notice),
                    on(Topics.DEAD_LETTERS, DeadLetter.class, PeopleMessages::deadLetter));

    static TopicReader<?> of(String topic) {
        return Optional.ofNullable(READERS.get(topic))
                .orElseThrow(() -> new IllegalStateException("no reader for topic " + topic));
    }

    /** Empty for a record that nobody can read; it is kept as a dead letter. */
    Optional<Event> read(Inbox inbox, ConsumerRecord<String, byte[]> message) {
        return switch (inbox.read(message, type)) {
            case Reading.Event<T>(_, var value, var envelope) ->
                    Optional.of(reading.apply(header(message.topic(), envelope), value));
            case Reading.Removed<T>(var key, var envelope) ->
                    Optional.of(removal(key, header(message.topic(), envelope)));
            case Reading.Unreadable<T> _ -> Optional.empty();
        };
    }

    private Header header(String topic, Envelope envelope) {
        var type = envelope.type().substring(envelope.type().lastIndexOf('.') + 1);
        return new Header(
                envelope.id(),
                type.isEmpty() ? this.type.getSimpleName() : type,
                topic,
                envelope.source(),
                envelope.subject(),
                envelope.time(),
                envelope.delivery(),
                envelope.trail().cause());
    }

    private static Removal removal(String key, Header header) {
        return new Removal(header, applicationOf(key, header.topic()), key);
    }

    private static String applicationOf(String key, String topic) {
        if (topic.equals(Topics.DECLARATIONS)) {
            return key.startsWith("Application/") ? key.substring("Application/".length()) : "";
        }
        return topic.equals(Topics.DESIRED_STATES) ? key : "";
    }

    private static <T extends SpecificRecord> Map.Entry<String, TopicReader<?>> on(
            String topic, Class<T> type, BiFunction<Header, T, Event> reading) {
        return Map.entry(topic, new TopicReader<>(type, reading));
    }
}
