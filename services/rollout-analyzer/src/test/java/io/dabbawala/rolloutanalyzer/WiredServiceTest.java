package io.dabbawala.rolloutanalyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.Declared;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.EventCodec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class WiredServiceTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String CANARY =
            """
            {"spec":{"targetRef":{"name":"checkout"},"analysis":{"interval":"10s","stepWeight":30,
            "metrics":[{"name":"request-success-rate","thresholdRange":{"min":99}}]}}}
            """;

    @Inject EventCodec codec;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @TestHTTPResource("/q/health/ready")
    URI readiness;

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @Test
    void what_is_reported_is_answered_by_a_service_that_says_it_is_ready() throws Exception {
        send(Topics.DECLARATIONS, "Canary/shop/checkout", declared());
        send(Topics.ROLLOUT_PROGRESS, "shop/checkout", report());

        assertThat(firstVerdict().getCanaryWeight()).isEqualTo(30);
        assertThat(get(readiness)).contains("\"Rollouts are followed\"", "RUNNING");
        assertThat(get(metrics)).contains("rollout_analyzer_verdicts_total{verdict=\"promote\"}");
    }

    private RolloutJudged firstVerdict() throws Exception {
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
            consumer.subscribe(List.of(Topics.ROLLOUT_VERDICTS));
            while (Instant.now().isBefore(end)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    return codec.decode(record.topic(), record.value(), RolloutJudged.class);
                }
            }
        }
        throw new AssertionError("no verdict within " + LONG);
    }

    private void send(String topic, String key, SpecificRecord event) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", brokers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, codec.encode(topic, event))).get();
        }
    }

    private static Declared declared() {
        return Declared.newBuilder()
                .setApiVersion("flagger.app/v1beta1")
                .setKind("Canary")
                .setNamespace("shop")
                .setName("checkout")
                .setJson(CANARY)
                .setRepository("shop")
                .setRevision("r1")
                .setPath("canary.yaml")
                .build();
    }

    private static RolloutProgressed report() {
        return RolloutProgressed.newBuilder()
                .setRollout("shop/checkout")
                .setApplication("argocd/checkout")
                .setDelivery("")
                .setRevision("r1")
                .setDigest("sha256:1")
                .setTemplate("sha256:t")
                .setPhase(RolloutPhase.PROGRESSING)
                .setCanaryWeight(0)
                .setPrimaryWeight(100)
                .setCanaryReady(true)
                .setPrimaryReady(true)
                .setObservedAt(Instant.now())
                .build();
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }
}
