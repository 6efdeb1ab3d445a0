package io.dabbawala.e2e;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that was ever published, read from the topics as any outsider could. */
final class EventLog implements AutoCloseable {

    /**
     * @param id the CloudEvents id, empty when the record has none
     */
    record Entry(String topic, String key, String id, String delivery, SpecificRecord value) {}

    /** Somebody who waits for an entry like this. */
    private record Waiting(Predicate<Entry> like, CompletableFuture<Entry> found) {}

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final EventCodec codec;
    private final Thread reader = new Thread(this::read, "event log");

    private EventLog(String bootstrapServers, String registry) {
        codec = EventCodec.withRegistry(registry, false);
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrapServers,
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    static EventLog of(String bootstrapServers, String registry) {
        var log = new EventLog(bootstrapServers, registry);
        var partitions =
                Topics.VALUES.keySet().stream()
                        .filter(topic -> !topic.equals(Topics.METRIC_SAMPLES))
                        .flatMap(topic -> log.consumer.partitionsFor(topic).stream())
                        .map(
                                info ->
                                        new org.apache.kafka.common.TopicPartition(
                                                info.topic(), info.partition()))
                        .toList();
        log.consumer.assign(partitions);
        log.consumer.seekToBeginning(partitions);
        log.reader.setDaemon(true);
        log.reader.start();
        return log;
    }

    /** Events of that type with that key, in the order they were read. */
    <T extends SpecificRecordBase> List<T> events(Class<T> type, String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<Entry> entries(String topic) {
        return entries.stream().filter(entry -> entry.topic().equals(topic)).toList();
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Completes with the first entry like this that is read from now on, as soon as it is. */
    CompletableFuture<Entry> next(Predicate<Entry> like) {
        var found = new CompletableFuture<Entry>();
        waiting.add(new Waiting(like, found));
        return found;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::keep);
            }
        } catch (WakeupException _) {
            // closed
        }
    }

    private void keep(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        try {
            var value = codec.decode(message.topic(), message.value(), SpecificRecordBase.class);
            var entry =
                    new Entry(
                            message.topic(),
                            message.key() == null ? "" : message.key(),
                            header(message, "ce_id"),
                            header(message, "delivery"),
                            value);
            entries.add(entry);
            waiting.stream()
                    .filter(one -> one.like().test(entry))
                    .forEach(one -> one.found().complete(entry));
            waiting.removeIf(one -> one.found().isDone());
        } catch (UnreadableEvent _) {
            // the poison of a test: what becomes of it is read from the dead letters
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
