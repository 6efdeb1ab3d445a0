package io.dabbawala.notifier.kafka;

import static io.dabbawala.notifier.kafka.Records.SHOP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.NoticeOutcome;
import io.dabbawala.events.NoticeSettled;
import io.dabbawala.events.Topics;
import io.dabbawala.notifier.Platform;
import io.dabbawala.notifier.Sink;
import io.dabbawala.notifier.message.News;
import io.dabbawala.notifier.route.RouteBook;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.UnreadableEvent;
import io.dabbawala.testkit.InMemoryRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service on a real broker, with recipients on this host. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class WiredTest {

    /** The registry is the one thing that does not run here. */
    @Singleton
    static class Registry {

        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        EventCodec codec() {
            return InMemoryRegistry.codec();
        }
    }

    @Inject EventCodec codec;
    @Inject RouteBook routes;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final News rollback =
            new News(
                    "id",
                    "RollbackIssued",
                    "",
                    Instant.EPOCH,
                    RolloutMessages.rollback(Records.rollback()).orElseThrow());
    private final Sink slack = new Sink();
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
        slack.close();
    }

    @Test
    void tells_of_a_rollback_once_and_says_so() {
        // Given
        declare("on-call");
        var told = envelope("once");
        var bytes = codec.encode(Topics.ROLLBACKS, Records.rollback());

        // When
        send(Topics.ROLLBACKS, SHOP, "no event".getBytes(UTF_8), envelope("poison"));
        send(Topics.ROLLBACKS, SHOP, bytes, told);
        send(Topics.ROLLBACKS, SHOP, bytes, told);
        send(Topics.ROLLBACKS, SHOP, bytes, envelope("another"));

        // Then
        await().untilAsserted(() -> assertThat(settled("127.0.0.1")).hasSize(2));
        assertThat(slack.requests()).hasSize(2);
        assertThat(slack.requests().getFirst().body()).contains("rolled back from bbbbbbb to");
        assertThat(settled("127.0.0.1"))
                .extracting(NoticeSettled::getOutcome)
                .containsOnly(NoticeOutcome.DELIVERED);
        assertThat(read(Topics.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getTopic)
                .contains(Topics.ROLLBACKS);
    }

    private void declare(String name) {
        var route =
                Records.route(
                        name,
                        """
                        {"events":["rolled-back"],"channels":[{"type":"slack","url":"%s"}]}
                        """
                                .formatted(slack.address("/hook")));
        send(
                Topics.DECLARATIONS,
                "NotificationRoute/argocd/" + name,
                codec.encode(Topics.DECLARATIONS, route),
                envelope(name));
        await().until(() -> !routes.due(rollback).isEmpty());
    }

    private static Envelope envelope(String seed) {
        return Envelope.root("test", "RollbackIssued", SHOP, Instant.now(), seed);
    }

    private void send(String topic, String key, byte[] value, Envelope envelope) {
        var message = new ProducerRecord<>(topic, key, value);
        envelope.writeTo(message.headers());
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("send to " + topic, e);
        }
    }

    private List<NoticeSettled> settled(String recipient) {
        return read(Topics.NOTICES, NoticeSettled.class).stream()
                .filter(notice -> notice.getRecipient().equals(recipient))
                .toList();
    }

    private <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
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

    private <T extends SpecificRecord> T decode(
            ConsumerRecord<String, byte[]> message, Class<T> type) {
        try {
            return codec.decode(message.topic(), message.value(), type);
        } catch (UnreadableEvent e) {
            throw new AssertionError(e);
        }
    }
}
