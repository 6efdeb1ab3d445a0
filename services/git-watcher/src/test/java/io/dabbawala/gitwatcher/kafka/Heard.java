package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that is on a topic, as an outsider reads it. */
final class Heard {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final Inbox inbox;

    Heard(String bootstrapServers, Inbox inbox) {
        this.bootstrapServers = bootstrapServers;
        this.inbox = inbox;
    }

    <T extends SpecificRecord> List<Reading.Event<T>> all(String topic, Class<T> type) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Reading.Event<T>>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(PAUSE)
                        .forEach(
                                message -> {
                                    if (inbox.read(message, type)
                                            instanceof Reading.Event<T> event) {
                                        events.add(event);
                                    }
                                });
            }
            return events;
        }
    }

    <T extends SpecificRecord> List<T> matching(String topic, Class<T> type, Predicate<T> wanted) {
        return all(topic, type).stream().map(Reading.Event::value).filter(wanted).toList();
    }
}
