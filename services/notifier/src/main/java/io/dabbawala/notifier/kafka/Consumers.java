package io.dabbawala.notifier.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Opens consumers beside the channels. They are assigned their partitions and commit nothing, so
 * they know the offsets of the group without joining it.
 */
public record Consumers(Map<String, Object> broker) {

    public Consumers {
        broker = Map.copyOf(broker);
    }

    KafkaConsumer<String, byte[]> open(String name) {
        var settings = new HashMap<>(broker);
        settings.put("client.id", "notifier-" + name);
        settings.put("group.id", "notifier");
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.partition.fetch.bytes", 6 << 20);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    static Set<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .collect(Collectors.toSet());
        if (partitions.isEmpty()) {
            throw new IllegalStateException("topic %s does not exist".formatted(topic));
        }
        return partitions;
    }
}
