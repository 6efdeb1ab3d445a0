package io.dabbawala.reconciler.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Health;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.Inbox;
import io.dabbawala.reconciler.sync.TestGate;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it is wired, beside a group that delivers to the cluster pune. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class OtherClustersTest {

    private static final TestGate GATE = new TestGate();

    @Inject EventCodec codec;
    @Inject Inbox inbox;
    @Inject KubernetesClient client;
    @Inject Applications applications;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "reconciler.gate-public-key-file")
    Path keyFile;

    private Bus bus;
    private Others others;

    @BeforeEach
    void start() throws IOException {
        bus = new Bus(bootstrapServers, codec, inbox);
        others = new Others(bus, GATE);
        Files.writeString( // beside the key of whoever else tests this service
                keyFile, GATE.publicKey(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void what_depends_on_an_application_of_another_cluster_waits_until_its_group_says_it_is_well() {
        // Given
        others.desire("argocd/ledger", 3, "[]", "", "pune");
        others.desire(
                "argocd/counter",
                1,
                config("counter"),
                """
                {"syncPolicy":{"automated":{}},
                 "annotations":{"dabbawala.io/depends-on":"argocd/ledger"}}
                """);
        await("it waits for what pune has")
                .atMost(Others.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(applications.waiting().get("argocd/counter"))
                                        .startsWith("DEPENDS_ON: argocd/ledger is not synced"));

        // When
        finishedInPune("argocd/ledger", 3);

        // Then
        others.admit(others.awaitRequest("argocd/counter", 1, SyncCause.COMMIT));
        var finished = others.awaitFinished("argocd/counter", one -> true);
        assertThat(finished.getOutcome()).isEqualTo(SyncOutcome.SUCCEEDED);
        assertThat(others.finished("argocd/ledger", one -> one.getCluster().equals("in-cluster")))
                .as("it is somebody else's")
                .isEmpty();
    }

    @Test
    void an_application_for_a_cluster_of_nobody_is_told_once_and_not_applied() {
        // When
        var state = others.desire("argocd/lost", 1, config("lost"), "", "atlantis");
        others.publish(state);

        // Then
        var finished = others.awaitFinished("argocd/lost", one -> true);
        assertThat(finished.getOutcome()).isEqualTo(SyncOutcome.FAILED);
        assertThat(finished.getReason())
                .isEqualTo(
                        "DESTINATION_UNKNOWN: no group of reconcilers delivers to cluster"
                                + " atlantis");

        // When
        others.desire("argocd/lost", 2, config("lost"));

        // Then
        others.admit(others.awaitRequest("argocd/lost", 2, SyncCause.COMMIT));
        others.awaitFinished("argocd/lost", one -> one.getGeneration() == 2);
        assertThat(others.finished("argocd/lost", one -> one.getGeneration() == 1)).hasSize(1);
        assertThat(client.configMaps().inNamespace("shop").withName("lost").get()).isNotNull();
    }

    private void finishedInPune(String application, long generation) {
        var finished =
                SyncFinished.newBuilder()
                        .setApplication(application)
                        .setDelivery("d")
                        .setGeneration(generation)
                        .setRevision("r")
                        .setDigest("d")
                        .setPlanDigest("p")
                        .setCluster("pune")
                        .setCause(SyncCause.COMMIT)
                        .setOutcome(SyncOutcome.SUCCEEDED)
                        .setHealth(Health.HEALTHY)
                        .setStartedAt(Instant.now())
                        .setFinishedAt(Instant.now())
                        .build();
        bus.publish(
                Topics.SYNC_RESULTS,
                application,
                finished,
                Envelope.root("pune", "SyncFinished", application, Instant.now(), "p"));
    }

    private static String config(String name) {
        return "[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"%s\"}}]"
                .formatted(name);
    }
}
