package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.policy.Objects;
import io.dabbawala.compliancegate.policy.PolicyJudge;
import io.dabbawala.compliancegate.verdict.ComplianceGate;
import io.dabbawala.compliancegate.verdict.Signer;
import io.dabbawala.events.Declared;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.Topics;
import io.dabbawala.expressions.Limits;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.UnreadableEvent;
import io.dabbawala.platform.streams.Intake;
import io.dabbawala.platform.streams.Pause;
import io.dabbawala.testkit.InMemoryDeadLetters;
import io.dabbawala.testkit.InMemoryRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** The gate between its topics, with a clock that moves when told to. */
final class Gate implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    private static final Ed25519PrivateKeyParameters KEY =
            new Ed25519PrivateKeyParameters(new SecureRandom());

    private static final EventCodec CODEC = InMemoryRegistry.codec();
    private static final PolicyJudge POLICIES = new PolicyJudge(Limits.DEFAULT);

    final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, byte[]> verdicts;
    private Instant now = START;

    Gate() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "compliance-gate");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, "target/streams");
        var topology =
                GateTopology.build(
                        CODEC,
                        new Intake(CODEC, deadLetters, new Pause(Duration.ZERO)),
                        new ComplianceGate(POLICIES),
                        new Notary(new Signer(KEY), Duration.ofHours(1)),
                        meters);
        driver = new TopologyTestDriver(topology, settings, START);
        verdicts =
                driver.createOutputTopic(
                        Topics.GATE_VERDICTS,
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** One verdict, and the envelope it came in. */
    record Said(GateVerdict verdict, String id, String cause, String delivery) {}

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** The declarations of this YAML. */
    void declare(String yaml) {
        Objects.yaml(yaml).forEach(this::declare);
    }

    void declare(io.dabbawala.compliancegate.document.Document object) {
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

    void undeclare(String key) {
        sendBytes(Topics.DECLARATIONS, key, null);
    }

    void send(String topic, String key, SpecificRecord event) {
        sendBytes(topic, key, CODEC.encode(topic, event));
    }

    void sendBytes(String topic, String key, byte[] bytes) {
        var headers = new RecordHeaders();
        Envelope.root("test", topic, key, START, topic).within(Requests.DELIVERY).writeTo(headers);
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, bytes, headers, now));
    }

    List<Said> said() {
        return verdicts.readRecordsToList().stream().map(Gate::said).toList();
    }

    List<GateVerdict> verdicts() {
        return said().stream().map(Said::verdict).toList();
    }

    private static Said said(TestRecord<String, byte[]> record) {
        try {
            return new Said(
                    CODEC.decode(Topics.GATE_VERDICTS, record.value(), GateVerdict.class),
                    header(record, "ce_id"),
                    header(record, "cause"),
                    header(record, "delivery"));
        } catch (UnreadableEvent e) {
            throw new AssertionError(e);
        }
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value());
    }

    @Override
    public void close() {
        driver.close();
    }
}
