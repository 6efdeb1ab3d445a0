package io.dabbawala.console;

import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.UnreadableEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The broker as the other services see it. */
@Singleton
public class Wire {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final EventCodec codec;

    Wire(EventCodec codec) {
        this.codec = codec;
    }

    /** Sends the event under the id that this seed always has. */
    public String send(String topic, String key, SpecificRecord event, String seed) {
        var envelope =
                Envelope.root("test", event.getClass().getSimpleName(), key, Told.NOON, seed);
        send(topic, key, codec.encode(topic, event), envelope);
        return envelope.id();
    }

    public void send(String topic, String key, byte[] value, Envelope envelope) {
        var message = new ProducerRecord<>(topic, key, value);
        envelope.writeTo(message.headers());
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("send to " + topic, e);
        }
    }

    /** What can be read of the topic. */
    public <T extends SpecificRecord> List<T> all(String topic, Class<T> type) {
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
                    read(message, type).ifPresent(found::add);
                }
            }
            return found;
        }
    }

    private <T extends SpecificRecord> Optional<T> read(
            ConsumerRecord<String, byte[]> message, Class<T> type) {
        try {
            return Optional.of(codec.decode(message.topic(), message.value(), type));
        } catch (UnreadableEvent _) {
            return Optional.empty();
        }
    }

    public static Envelope envelope(String seed) {
        return Envelope.root("test", "Event", "subject", Instant.EPOCH, seed);
    }
}
