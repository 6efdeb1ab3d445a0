package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.streams.Intake;
import io.dabbawala.platform.streams.Pause;
import io.dabbawala.rolloutanalyzer.judge.Judge;
import io.dabbawala.testkit.InMemoryDeadLetters;
import io.dabbawala.testkit.InMemoryRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology with its topics, and a wall clock that moves when it is told to. */
final class Wire implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final long MINIMUM = 50;
    static final Duration MAX_BLIND = Duration.ofMinutes(1);

    final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
    final EventCodec codec = InMemoryRegistry.codec();

    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final Map<String, TestOutputTopic<String, byte[]>> outputs = new HashMap<>();
    private Instant now = NOON;

    Wire() {
        var settings = new Properties();
        settings.put("application.id", "rollout-analyzer");
        settings.put("bootstrap.servers", "nowhere:1");
        settings.put("statestore.cache.max.bytes", "0");
        settings.put("state.dir", "target/streams");
        var judging = new Judging(new Judge(MINIMUM), MAX_BLIND);
        var intake = new Intake(codec, deadLetters, new Pause(Duration.ZERO));
        var topology = RolloutTopology.build(codec, intake, judging, new SimpleMeterRegistry());
        driver = new TopologyTestDriver(topology, settings, NOON);
        for (var topic :
                List.of("metric-samples", "rollout-progress", "commands", "declarations")) {
            inputs.put(
                    topic,
                    driver.createInputTopic(
                            topic, new StringSerializer(), new ByteArraySerializer()));
        }
        for (var topic : List.of(Topics.ROLLOUT_VERDICTS, Topics.ROLLBACKS, Topics.BUDGETS)) {
            outputs.put(
                    topic,
                    driver.createOutputTopic(
                            topic, new StringDeserializer(), new ByteArrayDeserializer()));
        }
    }

    Samples samples() {
        return new Samples(driver.getKeyValueStore(Samples.STORE));
    }

    Instant now() {
        return now;
    }

    void passes(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
    }

    void send(String topic, String key, SpecificRecord event, Headers headers) {
        send(topic, key, Optional.of(codec.encode(topic, event)), headers);
    }

    void send(String topic, String key, Optional<byte[]> value, Headers headers) {
        inputs.get(topic).pipeInput(new TestRecord<>(key, value.orElse(null), headers, now));
    }

    void send(String topic, String key, byte[] value) {
        send(topic, key, Optional.of(value), new RecordHeaders());
    }

    List<TestRecord<String, byte[]>> said(String topic) {
        return driver.producedTopicNames().contains(topic)
                ? outputs.get(topic).readRecordsToList()
                : List.of();
    }

    <T extends SpecificRecord> List<T> said(String topic, Class<T> type) {
        return said(topic).stream().map(record -> decode(topic, record.value(), type)).toList();
    }

    <T extends SpecificRecord> T decode(String topic, byte[] value, Class<T> type) {
        try {
            return codec.decode(topic, value, type);
        } catch (io.dabbawala.platform.UnreadableEvent e) {
            throw new IllegalStateException(topic, e);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
