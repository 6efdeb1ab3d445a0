package io.dabbawala.bench.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Notes when the next record of each key arrives on one topic. */
public final class Listener implements AutoCloseable {

    /** A key, and when a record of it was heard (of {@link System#nanoTime}). */
    private record Heard(String key, long at) {}

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Heard> heard = new ArrayList<>();
    private final Thread thread;

    /** From now on. */
    public Listener(String bootstrapServers, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "fetch.max.wait.ms", "100",
                                "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(one -> new TopicPartition(one.topic(), one.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("listener " + topic).start(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                var records = consumer.poll(Duration.ofSeconds(1));
                long now = System.nanoTime();
                synchronized (heard) {
                    records.forEach(one -> heard.add(new Heard(one.key(), now)));
                    heard.notifyAll();
                }
            }
        } catch (WakeupException _) {
            consumer.close();
        }
    }

    /** When the first record of the key arrived after that moment; waits for it. */
    public long await(String key, long after, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (heard) {
            while (true) {
                var found =
                        heard.stream()
                                .filter(one -> one.key().equals(key) && one.at() >= after)
                                .findFirst();
                if (found.isPresent()) {
                    return found.get().at();
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new IllegalStateException("nothing of " + key + " was heard");
                }
                try {
                    heard.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while listening", e);
                }
            }
        }
    }

    /** How many records came since that moment. */
    public long count(long after) {
        synchronized (heard) {
            return heard.stream().filter(one -> one.at() >= after).count();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
