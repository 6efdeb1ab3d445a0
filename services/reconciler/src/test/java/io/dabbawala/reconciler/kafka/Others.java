package io.dabbawala.reconciler.kafka;

import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Command;
import io.dabbawala.events.Commanded;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.Destination;
import io.dabbawala.events.DriftFound;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncPolicy;
import io.dabbawala.events.SyncRequested;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventId;
import io.dabbawala.platform.Reading;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.sync.TestGate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The other services, as far as the reconciler hears of them, and what it tells them. */
final class Others {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Bus bus;
    private final TestGate gate;

    Others(Bus bus, TestGate gate) {
        this.bus = bus;
        this.gate = gate;
    }

    /** To the namespace shop of this cluster. */
    DesiredState desire(String application, long generation, String manifests) {
        return desire(application, generation, manifests, "");
    }

    DesiredState desire(String application, long generation, String manifests, String spec) {
        return desire(application, generation, manifests, spec, "");
    }

    /**
     * @param cluster by name; empty: the local one
     */
    DesiredState desire(
            String application, long generation, String manifests, String spec, String cluster) {
        var policy =
                SyncPolicy.newBuilder()
                        .setAutomated(true)
                        .setPrune(true)
                        .setSelfHeal(true)
                        .setSyncOptions(List.of("CreateNamespace=true"))
                        .build();
        var state =
                DesiredState.newBuilder()
                        .setApplication(application)
                        .setDelivery(EventId.random(Instant.now()))
                        .setRepository("shop")
                        .setRevision("r" + generation)
                        .setGeneration(generation)
                        .setDigest(Json.digest(manifests))
                        .setManifests(manifests)
                        .setDestination(new Destination(cluster, "", "shop"))
                        .setSyncPolicy(policy)
                        .setSpec(spec)
                        .setDeclaredAt(Instant.now())
                        .build();
        publish(state);
        return state;
    }

    void publish(DesiredState state) {
        bus.publish(
                Topics.DESIRED_STATES,
                state.getApplication(),
                state,
                envelope(state.getDelivery()).within(state.getDelivery()));
    }

    SyncRequested awaitRequest(String application, long generation, SyncCause cause) {
        Predicate<SyncRequested> wanted =
                one ->
                        one.getApplication().equals(application)
                                && one.getGeneration() == generation
                                && one.getCause() == cause;
        await("%s is asked for".formatted(application))
                .atMost(PATIENCE)
                .until(() -> !requests(wanted).isEmpty());
        return requests(wanted).getLast();
    }

    private List<SyncRequested> requests(Predicate<SyncRequested> wanted) {
        return values(bus.all(Topics.SYNC_REQUESTS, SyncRequested.class, wanted));
    }

    void admit(SyncRequested request) {
        var until = Instant.now().plusSeconds(60);
        var claim =
                new TestGate.Claim(
                        request.getApplication(),
                        request.getGeneration(),
                        request.getDigest(),
                        request.getPlanDigest(),
                        request.getCluster(),
                        until);
        var verdict =
                GateVerdict.newBuilder()
                        .setApplication(request.getApplication())
                        .setDelivery(request.getDelivery())
                        .setGeneration(request.getGeneration())
                        .setRevision(request.getRevision())
                        .setDigest(request.getDigest())
                        .setPlanDigest(request.getPlanDigest())
                        .setCluster(request.getCluster())
                        .setDecision(GateDecision.ADMITTED)
                        .setAttestation(gate.attest(claim))
                        .setJudgedAt(Instant.now())
                        .setValidUntil(until)
                        .build();
        bus.publish(
                Topics.GATE_VERDICTS,
                request.getApplication(),
                verdict,
                envelope(request.getPlanDigest()).within(request.getDelivery()));
    }

    void command(String application) {
        var command =
                Commanded.newBuilder()
                        .setApplication(application)
                        .setCommand(Command.SYNC)
                        .setActor("asha")
                        .setReason("to be sure")
                        .setCommandedAt(Instant.now())
                        .build();
        bus.publish(Topics.COMMANDS, application, command, envelope("command"));
    }

    SyncFinished awaitFinished(String application, Predicate<SyncFinished> wanted) {
        await("%s is finished".formatted(application))
                .atMost(PATIENCE)
                .until(() -> !finished(application, wanted).isEmpty());
        return finished(application, wanted).getLast();
    }

    List<SyncFinished> finished(String application, Predicate<SyncFinished> wanted) {
        return values(
                bus.all(
                        Topics.SYNC_RESULTS,
                        SyncFinished.class,
                        one -> one.getApplication().equals(application) && wanted.test(one)));
    }

    List<DriftFound> drifts(String application, SyncCause cause) {
        return values(
                bus.all(
                        Topics.DRIFTS,
                        DriftFound.class,
                        one ->
                                one.getApplication().equals(application)
                                        && one.getCause() == cause));
    }

    void poison(String topic) {
        bus.publish(topic, "argocd/poison", new byte[] {9, 9, 9}, envelope(topic));
    }

    private static Envelope envelope(String seed) {
        return Envelope.root("test", "Test", "test", Instant.now(), seed);
    }

    private static <T> List<T> values(List<Reading.Event<T>> events) {
        return events.stream().map(Reading.Event::value).toList();
    }
}
