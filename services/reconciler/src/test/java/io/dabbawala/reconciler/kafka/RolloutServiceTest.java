package io.dabbawala.reconciler.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Declared;
import io.dabbawala.events.DesiredState;
import io.dabbawala.events.Destination;
import io.dabbawala.events.GateDecision;
import io.dabbawala.events.GateVerdict;
import io.dabbawala.events.Health;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.events.RolloutVerdict;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncPolicy;
import io.dabbawala.events.SyncRequested;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.EventId;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.sync.TestGate;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Syncs and a rollout of the same workload, in the service as it is wired. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RolloutServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TestGate GATE = new TestGate();
    private static final String APPLICATION = "argocd/checkout";
    private static final String ROLLOUT = "shop/checkout";

    @Inject EventCodec codec;
    @Inject Inbox inbox;
    @Inject KubernetesClient client;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "reconciler.gate-public-key-file")
    Path keyFile;

    private final Set<String> admitted = new HashSet<>();
    private Bus bus;

    @BeforeEach
    void start() throws IOException {
        bus = new Bus(bootstrapServers, codec, inbox);
        Files.writeString( // beside the key of whoever else tests this service
                keyFile, GATE.publicKey(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void a_rollout_and_the_syncs_of_its_application_leave_each_other_alone() {
        // Given
        declareCanary();
        desire(1, "1.0", SyncCause.COMMIT);
        var first = awaitProgress(it -> it.getPhase() == RolloutPhase.INITIALIZED);
        assertThat(replicas("checkout")).isZero();
        assertThat(replicas("checkout-primary")).isEqualTo(2);
        await("a target without replicas is healthy")
                .atMost(PATIENCE)
                .until(() -> lastResult().getHealth() == Health.HEALTHY);
        var trial = tried(desire(2, "1.1", SyncCause.COMMIT));

        // When
        say(Topics.ROLLBACKS, APPLICATION, rollback(trial));

        // Then
        var failed = awaitProgress(it -> it.getPhase() == RolloutPhase.FAILED);
        assertThat(failed.getCanaryWeight()).isZero();
        assertThat(failed.getPromotedRevision()).isEqualTo(first.getRevision());
        desire(3, "1.0", SyncCause.ROLLBACK);
        awaitProgress(it -> it.getTemplate().equals(first.getTemplate()));
        assertThat(lastProgress().getPhase()).isEqualTo(RolloutPhase.FAILED);
        assertThat(replicas("checkout")).isZero();
        assertThat(image("checkout-primary")).isEqualTo("shop/checkout:1.0");
        assertThat(requests(it -> it.getCause() == SyncCause.LIVE_CHANGE))
                .as("nothing that the rollout does is drift")
                .isEmpty();
    }

    /** With 30 percent of the traffic. */
    private RolloutProgressed tried(DesiredState state) {
        var trial =
                awaitProgress(
                        it ->
                                it.getPhase() == RolloutPhase.PROGRESSING
                                        && it.getCanaryReady()
                                        && it.getDelivery().equals(state.getDelivery()));
        say(Topics.ROLLOUT_VERDICTS, ROLLOUT, verdict(trial, RolloutPhase.PROGRESSING, 30));
        awaitProgress(it -> it.getCanaryWeight() == 30);
        assertThat(replicas("checkout")).isEqualTo(2);
        return trial;
    }

    private void declareCanary() {
        var declared =
                Declared.newBuilder()
                        .setApiVersion("flagger.app/v1beta1")
                        .setKind("Canary")
                        .setNamespace("shop")
                        .setName("checkout")
                        .setJson(
                                """
                                {"spec": {"provider": "gatewayapi:v1", "targetRef": {
                                   "apiVersion": "apps/v1", "kind": "Deployment", "name": "checkout"},
                                   "service": {"port": 80, "gatewayRefs": [{"name": "public"}]}}}
                                """)
                        .setRepository("shop")
                        .setRevision("r1")
                        .setPath("canary.yaml")
                        .build();
        say(Topics.DECLARATIONS, "Canary/shop/checkout", declared);
    }

    private DesiredState desire(long generation, String tag, SyncCause cause) {
        var manifests = manifests(tag);
        var delivery =
                cause == SyncCause.ROLLBACK
                        ? lastProgress().getDelivery()
                        : EventId.random(Instant.now());
        var state =
                DesiredState.newBuilder()
                        .setApplication(APPLICATION)
                        .setDelivery(delivery)
                        .setRepository("shop")
                        .setRevision("r-" + tag)
                        .setGeneration(generation)
                        .setDigest(Json.digest(manifests))
                        .setManifests(manifests)
                        .setDestination(Destination.newBuilder().setNamespace("shop").build())
                        .setSyncPolicy(
                                SyncPolicy.newBuilder()
                                        .setAutomated(true)
                                        .setSelfHeal(true)
                                        .setSyncOptions(List.of("CreateNamespace=true"))
                                        .build())
                        .setCause(cause)
                        .setDeclaredAt(Instant.now())
                        .build();
        bus.publish(
                Topics.DESIRED_STATES,
                APPLICATION,
                state,
                envelope(delivery + generation).within(delivery));
        return state;
    }

    private static String manifests(String tag) {
        return Json.write(
                List.of(
                        Json.object(
                                """
                                {"apiVersion": "apps/v1", "kind": "Deployment",
                                 "metadata": {"name": "checkout"}, "spec": {"replicas": 2,
                                   "selector": {"matchLabels": {"app": "checkout"}},
                                   "template": {"metadata": {"labels": {"app": "checkout"}},
                                     "spec": {"containers": [
                                       {"name": "c", "image": "shop/checkout:%s"}]}}}}
                                """
                                        .formatted(tag))));
    }

    /** Whatever is asked for meanwhile is admitted. */
    private RolloutProgressed awaitProgress(Predicate<RolloutProgressed> wanted) {
        await("the rollout to get there")
                .atMost(PATIENCE)
                .until(
                        () -> {
                            requests(it -> admitted.add(it.getPlanDigest())).forEach(this::admit);
                            return wanted.test(lastProgress());
                        });
        return lastProgress();
    }

    private RolloutProgressed lastProgress() {
        var all =
                bus.all(
                        Topics.ROLLOUT_PROGRESS,
                        RolloutProgressed.class,
                        it -> it.getRollout().equals(ROLLOUT));
        return all.isEmpty()
                ? RolloutProgressed.newBuilder()
                        .setRollout(ROLLOUT)
                        .setApplication("")
                        .setDelivery("")
                        .setRevision("")
                        .setDigest("")
                        .setTemplate("")
                        .setPhase(RolloutPhase.UNKNOWN)
                        .setCanaryWeight(0)
                        .setPrimaryWeight(0)
                        .setCanaryReady(false)
                        .setPrimaryReady(false)
                        .setObservedAt(Instant.EPOCH)
                        .build()
                : all.getLast().value();
    }

    private SyncFinished lastResult() {
        return bus.all(
                        Topics.SYNC_RESULTS,
                        SyncFinished.class,
                        it -> it.getApplication().equals(APPLICATION))
                .getLast()
                .value();
    }

    private List<SyncRequested> requests(Predicate<SyncRequested> wanted) {
        return bus
                .all(
                        Topics.SYNC_REQUESTS,
                        SyncRequested.class,
                        it -> it.getApplication().equals(APPLICATION) && wanted.test(it))
                .stream()
                .map(Reading.Event::value)
                .toList();
    }

    private void admit(SyncRequested request) {
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
                        .setAttestation(GATE.attest(claim))
                        .setJudgedAt(Instant.now())
                        .setValidUntil(until)
                        .build();
        say(Topics.GATE_VERDICTS, request.getApplication(), verdict);
    }

    private static RolloutJudged verdict(RolloutProgressed trial, RolloutPhase phase, int weight) {
        return RolloutJudged.newBuilder()
                .setRollout(ROLLOUT)
                .setApplication(APPLICATION)
                .setDelivery(trial.getDelivery())
                .setTemplate(trial.getTemplate())
                .setVerdict(RolloutVerdict.PROMOTE)
                .setPhase(phase)
                .setCanaryWeight(weight)
                .setJudgedAt(Instant.now())
                .build();
    }

    private static RollbackIssued rollback(RolloutProgressed trial) {
        return RollbackIssued.newBuilder()
                .setApplication(APPLICATION)
                .setRollout(ROLLOUT)
                .setDelivery(trial.getDelivery())
                .setTemplate(trial.getTemplate())
                .setFromRevision(trial.getRevision())
                .setFromDigest(trial.getDigest())
                .setToRevision(trial.getPromotedRevision())
                .setToDigest(trial.getPromotedDigest())
                .setReason("CHECKS_FAILED: 2 of 2")
                .setIssuedAt(Instant.now())
                .build();
    }

    private void say(String topic, String key, SpecificRecord event) {
        bus.publish(topic, key, event, envelope(key));
    }

    private static Envelope envelope(String seed) {
        return Envelope.root("test", "Test", "test", Instant.now(), seed);
    }

    private int replicas(String name) {
        return client.apps()
                .deployments()
                .inNamespace("shop")
                .withName(name)
                .get()
                .getSpec()
                .getReplicas();
    }

    private String image(String name) {
        return client.apps()
                .deployments()
                .inNamespace("shop")
                .withName(name)
                .get()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst()
                .getImage();
    }
}
