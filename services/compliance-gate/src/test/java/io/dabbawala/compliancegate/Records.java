package io.dabbawala.compliancegate;

import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.policy.Objects;
import io.dabbawala.events.Declared;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.UnreadableEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records on a real broker. */
record Records(String brokers, EventCodec codec) {

    private static final Duration LONG = Duration.ofSeconds(60);

    void declare(Document object) {
        var key = "%s/%s/%s".formatted(object.kind(), object.namespace(), object.name());
        send(
                Topics.DECLARATIONS,
                key,
                new Declared(
                        object.apiVersion(),
                        object.kind(),
                        object.namespace(),
                        object.name(),
                        Objects.json(object.json()),
                        "delivery",
                        "revision",
                        "file.yaml"));
    }

    void send(String topic, String key, SpecificRecord event) {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", brokers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, codec.encode(topic, event))).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("send to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending to " + topic, e);
        }
    }

    GateVerdict verdict(Predicate<GateVerdict> wanted) throws UnreadableEvent {
        var end = Instant.now().plus(LONG);
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                brokers,
                                "group.id",
                                UUID.randomUUID().toString(),
                                "auto.offset.reset",
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.GATE_VERDICTS));
            while (Instant.now().isBefore(end)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var verdict = codec.decode(record.topic(), record.value(), GateVerdict.class);
                    if (wanted.test(verdict)) {
                        return verdict;
                    }
                }
            }
        }
        throw new AssertionError("no such verdict within " + LONG);
    }
}
