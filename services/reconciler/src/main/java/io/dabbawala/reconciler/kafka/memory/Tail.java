package io.dabbawala.reconciler.kafka.memory;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic without a group, so no position is ever kept: each reader begins anew. */
public final class Tail implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;

    private Tail(Map<String, Object> broker, String topic) {
        var settings = new HashMap<>(broker);
        settings.put("client.id", "reconciler-" + topic + "-tail");
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.partition.fetch.bytes", 6 << 20);
        settings.remove("group.id");
        consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new IllegalStateException("topic %s does not exist".formatted(topic));
        }
        consumer.assign(partitions);
        ends = consumer.endOffsets(partitions);
    }

    public static Tail fromTheBeginning(Map<String, Object> broker, String topic) {
        var tail = new Tail(broker, topic);
        tail.consumer.seekToBeginning(tail.partitions);
        return tail;
    }

    /** From so many records before the end of each partition. */
    public static Tail ofTheLast(long records, Map<String, Object> broker, String topic) {
        var tail = new Tail(broker, topic);
        var beginnings = tail.consumer.beginningOffsets(tail.partitions);
        tail.partitions.forEach(
                one ->
                        tail.consumer.seek(
                                one, Math.max(beginnings.get(one), tail.ends.get(one) - records)));
        return tail;
    }

    /** Reads on until the end as it was when this reader began. */
    public void readToTheEnd(Consumer<ConsumerRecord<String, byte[]>> reader) {
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            read(reader);
        }
    }

    public void read(Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.poll(PAUSE).forEach(reader);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
