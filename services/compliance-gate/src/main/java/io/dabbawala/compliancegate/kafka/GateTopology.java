package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.verdict.ComplianceGate;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.streams.Intake;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Connects topics, processors and stores; the package says how. */
public final class GateTopology {

    private static final Consumed<String, byte[]> BYTES =
            Consumed.with(Serdes.String(), Serdes.ByteArray());

    /** Manifests of an application may have four megabytes. */
    private static final Map<String, String> CHANGELOG = Map.of("max.message.bytes", "6291456");

    public static Topology build(
            EventCodec codec,
            Intake intake,
            ComplianceGate gate,
            Notary notary,
            MeterRegistry meters) {
        var announcer = new Announcer(codec, notary, meters);
        var writes = new AtomicLong();
        var builder = new StreamsBuilder();
        builder.addGlobalStore(
                store(DeclarationProcessor.STORE, Serdes.ByteArray()).withLoggingDisabled(),
                Topics.DECLARATIONS,
                BYTES,
                () -> new DeclarationProcessor(intake, writes));
        builder.addStateStore(
                        store(GateProcessor.DOCKETS, StateJson.serde(Kept.class))
                                .withLoggingEnabled(CHANGELOG))
                .addStateStore(
                        store(GateProcessor.DESIRED_STATES, StateJson.serde(Desired.class))
                                .withLoggingEnabled(CHANGELOG));
        builder.stream(
                        List.of(
                                Topics.SYNC_REQUESTS,
                                Topics.DESIRED_STATES,
                                Topics.COMMANDS,
                                Topics.ROLLBACKS),
                        BYTES)
                .process(
                        () -> new GateProcessor(intake, gate, announcer, writes::get),
                        Named.as("judge-plans"),
                        GateProcessor.DOCKETS,
                        GateProcessor.DESIRED_STATES)
                .to(Topics.GATE_VERDICTS, Produced.with(Serdes.String(), Serdes.ByteArray()));
        return builder.build();
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.String(), values);
    }

    private GateTopology() {}
}
