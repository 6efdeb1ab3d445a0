package io.dabbawala.reconciler.kafka.memory;

import io.dabbawala.events.Commanded;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncRequested;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.dabbawala.reconciler.kafka.message.CommandMessages;
import io.dabbawala.reconciler.kafka.message.SyncResultMessages;
import io.dabbawala.reconciler.sync.Progress;
import io.dabbawala.reconciler.sync.SyncCommand;
import io.dabbawala.reconciler.sync.SyncResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What was going on before: what was told and asked for last, by whichever instance, and which
 * commands nobody has answered. It is in the topics, so it is read from there.
 */
public final class Memory {

    /** Records per partition that are looked through; what is older is said again, as it was. */
    private static final long RECORDS = 10_000;

    private final Map<String, Object> broker;
    private final Inbox inbox;
    private final String cluster;

    public Memory(Map<String, Object> broker, Inbox inbox, String cluster) {
        this.broker = broker;
        this.inbox = inbox;
        this.cluster = cluster;
    }

    /** A command, and when it was given. */
    private record Given(Heard<SyncCommand> command, Instant at) {}

    public Remembered read() {
        var results = results();
        var progress = new HashMap<String, Progress>();
        results.forEach((name, last) -> progress.put(name, Progress.after(last)));
        requests()
                .forEach(
                        (name, generation) ->
                                progress.put(name, Progress.after(results.get(name), generation)));
        return new Remembered(progress, unanswered(results));
    }

    private Map<String, SyncResult> results() {
        var last = new HashMap<String, SyncResult>();
        each(
                Topics.SYNC_RESULTS,
                SyncFinished.class,
                one -> {
                    if (one.value().getCluster().equals(cluster)) {
                        last.put(
                                one.value().getApplication(), SyncResultMessages.read(one.value()));
                    }
                });
        return last;
    }

    /** The generation that was asked for last, by application. */
    private Map<String, Long> requests() {
        var last = new HashMap<String, Long>();
        each(
                Topics.SYNC_REQUESTS,
                SyncRequested.class,
                one -> {
                    if (one.value().getCluster().equals(cluster)) {
                        last.put(one.value().getApplication(), one.value().getGeneration());
                    }
                });
        return last;
    }

    /** The last command of each application, unless a sync began after it. */
    private Map<String, Heard<SyncCommand>> unanswered(Map<String, SyncResult> results) {
        var last = new HashMap<String, Given>();
        each(
                Topics.COMMANDS,
                Commanded.class,
                one ->
                        CommandMessages.read(one.envelope().id(), one.value())
                                .ifPresent(
                                        command ->
                                                last.put(
                                                        one.value().getApplication(),
                                                        new Given(
                                                                new Heard<>(
                                                                        command, one.envelope()),
                                                                one.value().getCommandedAt()))));
        var open = new HashMap<String, Heard<SyncCommand>>();
        last.forEach(
                (name, given) -> {
                    var result = results.get(name);
                    if (result == null || result.startedAt().isBefore(given.at())) {
                        open.put(name, given.command());
                    }
                });
        return open;
    }

    private <T extends SpecificRecord> void each(
            String topic, Class<T> type, Consumer<Heard<T>> reader) {
        try (var tail = Tail.ofTheLast(RECORDS, broker, topic)) {
            tail.readToTheEnd(message -> read(message, type, reader));
        }
    }

    private <T extends SpecificRecord> void read(
            ConsumerRecord<String, byte[]> message, Class<T> type, Consumer<Heard<T>> reader) {
        switch (inbox.read(message, type)) {
            case Reading.Event<T>(_, var event, var envelope) ->
                    reader.accept(new Heard<>(event, envelope));
            case Reading.Removed<T> _, Reading.Unreadable<T> _ -> {}
        }
    }
}
