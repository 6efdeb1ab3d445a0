package io.dabbawala.gitwatcher.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.events.CommitDetected;
import io.dabbawala.events.Declared;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.declare.ledger.Ledger;
import io.dabbawala.gitwatcher.watch.RefMove;
import io.dabbawala.gitwatcher.watch.Told;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what was said back from the topics this service alone writes: the compacted ones from their
 * first record to their last, of commits the last.
 */
public final class OwnTopics implements Memory {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Records of its partition that are looked through for where a ref was last. */
    private static final long COMMITS = 10_000;

    private final Map<String, Object> broker;
    private final Inbox inbox;

    public OwnTopics(Map<String, Object> broker, Inbox inbox) {
        this.broker = Map.copyOf(broker);
        this.inbox = inbox;
    }

    @Override
    public Ledger read() {
        var ledger = new Ledger();
        try (var consumer = consumer()) {
            replay(consumer, Topics.DECLARATIONS, message -> declaration(message, ledger));
            replay(consumer, Topics.DESIRED_STATES, message -> desiredState(message, ledger));
        }
        return ledger;
    }

    @Override
    public Told told(String repository) {
        var told = new TreeMap<String, RefMove>();
        try (var consumer = consumer()) {
            var all = partitions(consumer, Topics.COMMITS);
            var its =
                    List.of(
                            all.get(
                                    BuiltInPartitioner.partitionForKey(
                                            repository.getBytes(UTF_8), all.size())));
            consumer.assign(its);
            var ends = consumer.endOffsets(its);
            var beginnings = consumer.beginningOffsets(its);
            its.forEach(
                    one ->
                            consumer.seek(
                                    one, Math.max(beginnings.get(one), ends.get(one) - COMMITS)));
            readTo(ends, consumer, message -> commit(message, repository, told));
        }
        return new Told(told);
    }

    private void commit(
            ConsumerRecord<String, byte[]> message, String repository, Map<String, RefMove> told) {
        if (!repository.equals(message.key())) {
            return;
        }
        switch (inbox.read(message, CommitDetected.class)) {
            case Reading.Event<CommitDetected>(_, var event, _) -> {
                var move = CommitMessages.read(event);
                told.put(move.ref(), move);
            }
            case Reading.Removed<CommitDetected> _, Reading.Unreadable<CommitDetected> _ -> {}
        }
    }

    private void declaration(ConsumerRecord<String, byte[]> message, Ledger ledger) {
        switch (inbox.read(message, Declared.class)) {
            case Reading.Event<Declared>(_, var event, _) ->
                    ledger.keep(new Announcement.Declared(DeclarationMessages.read(event)));
            case Reading.Removed<Declared>(var key, _) ->
                    ledger.keep(new Announcement.Withdrawn(key, ""));
            case Reading.Unreadable<Declared> _ -> {}
        }
    }

    private void desiredState(ConsumerRecord<String, byte[]> message, Ledger ledger) {
        switch (inbox.read(message, DesiredState.class)) {
            case Reading.Event<DesiredState>(_, var event, _) ->
                    ledger.keep(new Announcement.Desired(DesiredStateMessages.read(event)));
            case Reading.Removed<DesiredState>(var key, _) -> ledger.forget(key);
            case Reading.Unreadable<DesiredState> _ -> {}
        }
    }

    private static void replay(
            KafkaConsumer<String, byte[]> consumer,
            String topic,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        var partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        readTo(consumer.endOffsets(partitions), consumer, reader);
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .sorted(Comparator.comparing(TopicPartition::partition))
                        .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("topic %s does not exist".formatted(topic));
        }
        return partitions;
    }

    private static void readTo(
            Map<TopicPartition, Long> ends,
            KafkaConsumer<String, byte[]> consumer,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        while (ends.entrySet().stream()
                .anyMatch(one -> consumer.position(one.getKey()) < one.getValue())) {
            consumer.poll(PAUSE).forEach(reader);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = new HashMap<>(broker);
        settings.put("client.id", "git-watcher-own-topics");
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.partition.fetch.bytes", 6 << 20);
        settings.remove("group.id");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
