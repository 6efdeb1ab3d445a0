package io.dabbawala.notifier.kafka;

import io.dabbawala.events.NoticeSettled;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.UnreadableEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The broker as the other services see it. */
final class Wire implements AutoCloseable {

    private final String bootstrapServers;
    private final EventCodec codec;
    private final KafkaProducer<String, byte[]> producer;

    Wire(String bootstrapServers, EventCodec codec) {
        this.bootstrapServers = bootstrapServers;
        this.codec = codec;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    static Envelope envelope(String seed) {
        return Envelope.root("test", "Event", "subject", Instant.now(), seed);
    }

    void send(String topic, String key, SpecificRecord event, Envelope envelope) {
        send(topic, key, codec.encode(topic, event), envelope);
    }

    void send(String topic, String key, byte @Nullable [] value, Envelope envelope) {
        var message = new ProducerRecord<>(topic, key, value);
        envelope.writeTo(message.headers());
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("send to " + topic, e);
        }
    }

    List<NoticeSettled> noticesOf(String event) {
        return all(Topics.NOTICES, NoticeSettled.class).stream()
                .filter(notice -> notice.getEvent().equals(event))
                .toList();
    }

    <T extends SpecificRecord> List<T> all(String topic, Class<T> type) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            var found = new ArrayList<T>();
            while (consumer.position(partition) < end) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    found.add(decode(message, type));
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private <T extends SpecificRecord> T decode(
            ConsumerRecord<String, byte[]> message, Class<T> type) {
        try {
            return codec.decode(message.topic(), message.value(), type);
        } catch (UnreadableEvent e) {
            throw new AssertionError(e);
        }
    }
}
