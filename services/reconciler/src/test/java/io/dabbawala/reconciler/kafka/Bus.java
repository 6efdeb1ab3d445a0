package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics, as the other services see them. */
final class Bus {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final EventCodec codec;
    private final Inbox inbox;

    Bus(String bootstrapServers, EventCodec codec, Inbox inbox) {
        this.bootstrapServers = bootstrapServers;
        this.codec = codec;
        this.inbox = inbox;
    }

    void publish(String topic, String key, SpecificRecord event, Envelope envelope) {
        publish(topic, key, codec.encode(topic, event), envelope);
    }

    void publish(String topic, String key, byte[] value, Envelope envelope) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var headers = envelope.writeTo(new RecordHeaders());
            producer.send(new ProducerRecord<>(topic, null, key, value, headers)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("publish on " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing on " + topic, e);
        }
    }

    <T extends SpecificRecord> List<Reading.Event<T>> all(
            String topic, Class<T> type, Predicate<T> wanted) {
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
                for (var message : consumer.poll(PAUSE)) {
                    if (inbox.read(message, type) instanceof Reading.Event<T> event
                            && wanted.test(event.value())) {
                        events.add(event);
                    }
                }
            }
            return events;
        }
    }
}
