package io.dabbawala.compliancegate;

import static io.dabbawala.compliancegate.kafka.Requests.WEB;
import static io.dabbawala.compliancegate.kafka.Requests.desired;
import static io.dabbawala.compliancegate.kafka.Requests.digest;
import static io.dabbawala.compliancegate.kafka.Requests.manifests;
import static io.dabbawala.compliancegate.kafka.Requests.request;
import static io.dabbawala.compliancegate.kafka.Requests.rollback;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.compliancegate.kafka.GateTopology;
import io.dabbawala.compliancegate.kafka.Notary;
import io.dabbawala.compliancegate.policy.Objects;
import io.dabbawala.compliancegate.policy.PolicyJudge;
import io.dabbawala.compliancegate.verdict.ComplianceGate;
import io.dabbawala.compliancegate.verdict.Signer;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.Topics;
import io.dabbawala.expressions.Limits;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.streams.Intake;
import io.dabbawala.platform.streams.Pause;
import io.dabbawala.testkit.InMemoryDeadLetters;
import io.dabbawala.testkit.InMemoryRegistry;
import io.dabbawala.testkit.LocalKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;

/** On a real broker: what the gate knew it knows again, though its own files are gone. */
class RestartTest {

    private static final String INDIA = manifests("india-west-1");
    private static final String ELSEWHERE = manifests("us-east-1");

    private final EventCodec codec = InMemoryRegistry.codec();

    @Test
    void policies_desired_states_and_the_quarantine_survive_a_restart() throws Exception {
        try (var kafka = LocalKafka.start(2)) {
            var records = new Records(kafka.bootstrapServers(), codec);
            Objects.demo("data-locality.yaml").forEach(records::declare);
            records.send(Topics.DESIRED_STATES, WEB, desired(1, INDIA));
            records.send(Topics.ROLLBACKS, WEB, rollback(digest(INDIA), Instant.now()));
            records.send(Topics.DESIRED_STATES, "argocd/other", desired(1, ELSEWHERE));
            try (var _ = gate(kafka, "first")) {
                records.send(Topics.SYNC_REQUESTS, WEB, request(1, INDIA));
                records.verdict(it -> it.getReason().startsWith("QUARANTINED"));
            }

            try (var _ = gate(kafka, "second")) {
                records.send(Topics.SYNC_REQUESTS, WEB, request(2, INDIA));
                records.send(Topics.DESIRED_STATES, WEB, desired(2, INDIA));
                records.send(Topics.SYNC_REQUESTS, "argocd/other", request(1, ELSEWHERE));

                var quarantined = records.verdict(it -> it.getGeneration() == 2);
                var denied = records.verdict(it -> it.getReason().startsWith("POLICY_VIOLATION"));
                assertThat(quarantined.getReason()).startsWith("QUARANTINED");
                assertThat(denied.getDecision()).isEqualTo(GateDecision.DENIED);
            }
        }
    }

    private KafkaStreams gate(LocalKafka kafka, String state) throws Exception {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "compliance-gate");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, kafka.directory().resolve(state).toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 6_000);
        settings.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 2_000);
        var key = new Ed25519PrivateKeyParameters(new SecureRandom());
        var pause = new Pause(Duration.ofSeconds(1));
        var streams =
                new KafkaStreams(
                        GateTopology.build(
                                codec,
                                new Intake(codec, new InMemoryDeadLetters(), pause),
                                new ComplianceGate(new PolicyJudge(Limits.DEFAULT)),
                                new Notary(new Signer(key), Duration.ofHours(1)),
                                new SimpleMeterRegistry()),
                        settings);
        streams.start();
        return streams;
    }
}
