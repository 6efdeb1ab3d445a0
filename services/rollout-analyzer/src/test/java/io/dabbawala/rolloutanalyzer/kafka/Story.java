package io.dabbawala.rolloutanalyzer.kafka;

import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import io.dabbawala.events.Command;
import io.dabbawala.events.Commanded;
import io.dabbawala.events.Declared;
import io.dabbawala.events.MetricSampled;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.events.Topics;
import io.dabbawala.events.Track;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** One workload, its traffic, and a reconciler that does at once what the analyzer says. */
final class Story implements AutoCloseable {

    static final String ROLLOUT = "shop/checkout";
    static final String APPLICATION = "argocd/checkout";

    /** What the canary serves in a second. */
    record Traffic(int requests, int failed, double millis) {

        static final Traffic GOOD = new Traffic(30, 0, 20);
        static final Traffic BAD = new Traffic(30, 6, 20);
        static final Traffic SLOW = new Traffic(30, 0, 900);
        static final Traffic LITTLE = new Traffic(1, 0, 20);
        static final Traffic NONE = new Traffic(0, 0, 0);
    }

    final Wire wire = new Wire();
    final List<RolloutJudged> verdicts = new ArrayList<>();
    final List<RollbackIssued> rollbacks = new ArrayList<>();

    private String delivery = delivery("one");
    private String template = "sha256:new";
    private boolean primaryReady = true;

    static String delivery(String name) {
        return EventId.derived(Wire.NOON, name);
    }

    static Story of(String canary) {
        var story = new Story();
        story.declares("Canary", "shop", "checkout", "flagger.app/v1beta1", canary);
        return story;
    }

    void declares(String kind, String namespace, String name, String apiVersion, String json) {
        var declared =
                Declared.newBuilder()
                        .setApiVersion(apiVersion)
                        .setKind(kind)
                        .setNamespace(namespace)
                        .setName(name)
                        .setJson(json)
                        .setRepository("shop")
                        .setRevision("r1")
                        .setPath("canary.yaml")
                        .build();
        var key = String.join("/", kind, namespace, name);
        wire.send(Topics.DECLARATIONS, key, declared, new RecordHeaders());
    }

    void delivers(String name, String newTemplate) {
        delivery = delivery(name);
        template = newTemplate;
    }

    void primaryIsReady(boolean isReady) {
        primaryReady = isReady;
    }

    RolloutProgressed report(RolloutPhase phase, int weight, Instant at) {
        return RolloutProgressed.newBuilder()
                .setRollout(ROLLOUT)
                .setApplication(APPLICATION)
                .setDelivery(delivery)
                .setRevision("bad")
                .setDigest("sha256:bad")
                .setPromotedRevision("good")
                .setPromotedDigest("sha256:good")
                .setTemplate(template)
                .setPhase(phase)
                .setCanaryWeight(weight)
                .setPrimaryWeight(100 - weight)
                .setCanaryReady(true)
                .setPrimaryReady(primaryReady)
                .setObservedAt(at)
                .build();
    }

    void reports(RolloutPhase phase, int weight) {
        reports(report(phase, weight, wire.now()));
    }

    void reports(RolloutProgressed report) {
        var envelope =
                Envelope.root(
                                "reconciler",
                                "RolloutProgressed",
                                ROLLOUT,
                                report.getObservedAt(),
                                report.getPhase() + "|" + report.getCanaryWeight())
                        .within(report.getDelivery());
        wire.send(Topics.ROLLOUT_PROGRESS, ROLLOUT, report, envelope.writeTo(new RecordHeaders()));
    }

    Commanded command(Command what) {
        return Commanded.newBuilder()
                .setApplication(APPLICATION)
                .setCommand(what)
                .setActor("asha")
                .setReason("because")
                .setDelivery(delivery)
                .setDigest("sha256:bad")
                .setRevision("good")
                .setCommandedAt(wire.now())
                .build();
    }

    void commands(Command what) {
        commands(command(what));
    }

    void commands(Commanded command) {
        var envelope =
                Envelope.root("console", "Commanded", APPLICATION, wire.now(), "c")
                        .within(Optional.ofNullable(command.getDelivery()).orElse(""));
        wire.send(Topics.COMMANDS, APPLICATION, command, envelope.writeTo(new RecordHeaders()));
    }

    MetricSampled sample(Track track, Traffic traffic, Instant second) {
        return MetricSampled.newBuilder()
                .setRollout(ROLLOUT)
                .setTrack(track)
                .setPod("checkout-" + track)
                .setMetric("http-requests")
                .setSecond(second)
                .setTotal(traffic.requests())
                .setFailed(traffic.failed())
                .setSketch(sketch(traffic))
                .build();
    }

    void samples(MetricSampled sample) {
        wire.send(Topics.METRIC_SAMPLES, ROLLOUT, sample, new RecordHeaders());
    }

    /** Seconds of traffic at the canary, without anybody who obeys. */
    void serves(Traffic traffic, Duration time) {
        for (long i = 0; i < time.toSeconds(); i++) {
            oneSecond(traffic);
        }
    }

    /** The same, and each verdict is brought about within the second. */
    void goesOn(Traffic traffic, Duration time) {
        for (long i = 0; i < time.toSeconds(); i++) {
            oneSecond(traffic).forEach(this::obey);
        }
    }

    private List<RolloutJudged> oneSecond(Traffic traffic) {
        if (traffic.requests() > 0) {
            samples(sample(Track.CANARY, traffic, wire.now()));
        }
        wire.passes(Duration.ofSeconds(1));
        var before = verdicts.size();
        hear();
        return List.copyOf(verdicts.subList(before, verdicts.size()));
    }

    private void obey(RolloutJudged verdict) {
        if (verdict.getVerdict() != io.dabbawala.events.RolloutVerdict.HOLD) {
            reports(verdict.getPhase(), verdict.getCanaryWeight());
        }
    }

    void hear() {
        verdicts.addAll(wire.said(Topics.ROLLOUT_VERDICTS, RolloutJudged.class));
        rollbacks.addAll(wire.said(Topics.ROLLBACKS, RollbackIssued.class));
    }

    /** What was said, as {@code PROMOTE PROGRESSING 30}. */
    List<String> words() {
        return verdicts.stream()
                .map(it -> it.getVerdict() + " " + it.getPhase() + " " + it.getCanaryWeight())
                .toList();
    }

    private static ByteBuffer sketch(Traffic traffic) {
        var sketch = DDSketches.unboundedDense(0.01);
        for (int i = 0; i < traffic.requests(); i++) {
            sketch.accept(traffic.millis());
        }
        var bytes = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            sketch.encode(bytes, false);
        } catch (IOException e) {
            throw new UncheckedIOException("write to memory", e);
        }
        return ByteBuffer.wrap(bytes.backingArray(), 0, bytes.numWrittenBytes()).slice();
    }

    @Override
    public void close() {
        wire.close();
    }
}
