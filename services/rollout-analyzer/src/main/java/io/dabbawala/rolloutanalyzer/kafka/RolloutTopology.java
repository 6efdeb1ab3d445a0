package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.streams.Intake;
import io.dabbawala.rolloutanalyzer.slo.Budget;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Connects topics, processors and stores; the package says how. */
public final class RolloutTopology {

    private static final Consumed<String, byte[]> BYTES =
            Consumed.with(Serdes.String(), Serdes.ByteArray());

    private final StreamsBuilder builder = new StreamsBuilder();
    private final EventCodec codec;
    private final Intake intake;
    private final StreamOutbox outbox;
    private final MeterRegistry meters;

    private RolloutTopology(EventCodec codec, Intake intake, MeterRegistry meters) {
        this.codec = codec;
        this.intake = intake;
        this.outbox = new StreamOutbox(codec);
        this.meters = meters;
    }

    public static Topology build(
            EventCodec codec, Intake intake, Judging judging, MeterRegistry meters) {
        return new RolloutTopology(codec, intake, meters).connected(judging);
    }

    private Topology connected(Judging judging) {
        stores();
        var reports = builder.stream(Topics.ROLLOUT_PROGRESS, BYTES);
        var asked = asked(reports);
        var orders =
                asked.filter((_, said) -> said.topic().equals(ApplicationProcessor.ORDERS))
                        .mapValues(Outgoing::value)
                        .repartition(repartitioned(ApplicationProcessor.ORDERS));
        send(asked.filterNot((_, said) -> said.topic().equals(ApplicationProcessor.ORDERS)));
        send(
                reports.merge(orders)
                        .process(
                                () -> new RolloutProcessor(intake, outbox, judging, meters),
                                Named.as("follow-rollouts"),
                                RolloutProcessor.STORE,
                                Samples.STORE));
        send(
                builder.stream(Topics.METRIC_SAMPLES, BYTES)
                        .process(
                                () -> new SampleProcessor(intake, outbox, meters),
                                Named.as("keep-samples"),
                                Samples.STORE,
                                SampleProcessor.BUDGETS));
        return builder.build();
    }

    private KStream<String, Outgoing> asked(KStream<String, byte[]> reports) {
        var byApplication =
                reports.process(
                                () -> new ReportProcessor(codec, intake),
                                Named.as("by-application"))
                        .repartition(repartitioned("reports"));
        return builder.stream(Topics.COMMANDS, BYTES)
                .merge(byApplication)
                .process(
                        () -> new ApplicationProcessor(intake, outbox),
                        Named.as("pass-commands-on"),
                        ApplicationProcessor.STORE);
    }

    private void stores() {
        builder.addGlobalStore(
                kept(DeclarationProcessor.STORE, Serdes.ByteArray()).withLoggingDisabled(),
                Topics.DECLARATIONS,
                BYTES,
                () -> new DeclarationProcessor(intake));
        builder.addStateStore(kept(RolloutProcessor.STORE, StateJson.serde(Kept.class)))
                .addStateStore(kept(ApplicationProcessor.STORE, StateJson.serde(Application.class)))
                .addStateStore(kept(SampleProcessor.BUDGETS, StateJson.serde(Budget.class)))
                .addStateStore(kept(Samples.STORE, Serdes.ByteArray()));
    }

    private static <T> StoreBuilder<KeyValueStore<String, T>> kept(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.String(), values);
    }

    private static Repartitioned<String, byte[]> repartitioned(String name) {
        return Repartitioned.<String, byte[]>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray());
    }

    private static void send(KStream<String, Outgoing> said) {
        said.to(
                (_, outgoing, _) -> outgoing.topic(),
                Produced.with(Serdes.String(), Outgoing.serde()));
    }
}
