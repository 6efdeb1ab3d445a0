package io.dabbawala.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.DriftFound;
import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.local.cluster.ClusterChoice;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A Secret is delivered, edited, healed and refused; its values are looked for everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretTest {

    private static final String TEA = "argocd/tea";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** Whoever may read these may read the manifests: what is applied, and what the gate judges. */
    private static final Set<String> MANIFESTS =
            Set.of("desired-states", "compliance-gate-desired-states-changelog");

    private static final String SECRET =
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: recipe}
            type: %s
            data: {spice: %s}
            stringData: {leaf: %s}
            """;

    private final String data = UUID.randomUUID().toString();
    private final String text = UUID.randomUUID().toString();
    private final String edited = UUID.randomUUID().toString();
    private final String editedByKubectl = UUID.randomUUID().toString();
    private final String refused = UUID.randomUUID().toString();

    private Market market;
    private KubernetesClient cluster;

    @BeforeAll
    void open() {
        market =
                Market.open(
                        ClusterChoice.programs()
                                .<ClusterChoice>map(ClusterChoice.ControlPlane::new)
                                .orElseGet(ClusterChoice.Twin::new));
        cluster =
                new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(market.platform.kubeconfig().toFile()))
                        .build();
    }

    @AfterAll
    void close() {
        if (market != null) {
            cluster.close();
            market.close();
        }
    }

    @Test
    void its_values_are_only_where_its_manifests_are() {
        ends(SyncOutcome.SUCCEEDED, pushed("Opaque", data));
        somebodyEdits();
        await("the edit is told and healed")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(drifts()).isNotEmpty();
                            assertThat(live("spice")).isEqualTo(data);
                        });
        ends(SyncOutcome.FAILED, pushed("kubernetes.io/basic-auth", refused));

        var traces = new Traces(market.platform);
        assertThat(List.of(edited, editedByKubectl)).allSatisfy(one -> assertNone(traces, one));
        assertThat(List.of(data, text, refused))
                .allSatisfy(one -> assertThat(traces.of(one)).isNotEmpty().isSubsetOf(MANIFESTS));
    }

    private static void assertNone(Traces traces, String value) {
        assertThat(traces.of(value)).as("topics and logs that hold a value").isEmpty();
    }

    private String pushed(String type, String spice) {
        var secret = SECRET.formatted(type, base64(spice), text);
        market.developer.write("apps/tea/secret.yaml", secret);
        return market.push();
    }

    private void ends(SyncOutcome outcome, String revision) {
        await("the sync of %s has %s".formatted(revision, outcome))
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(market.log.events(SyncFinished.class, TEA))
                                        .anyMatch(
                                                sync ->
                                                        sync.getRevision().equals(revision)
                                                                && sync.getOutcome() == outcome));
    }

    private void somebodyEdits() {
        cluster.secrets()
                .inNamespace("market")
                .withName("recipe")
                .edit(
                        secret ->
                                new SecretBuilder(secret)
                                        .editMetadata()
                                        .addToAnnotations(
                                                LAST_APPLIED,
                                                "{\"data\":{\"spice\":\"%s\"}}"
                                                        .formatted(base64(editedByKubectl)))
                                        .endMetadata()
                                        .addToData("spice", base64(edited))
                                        .build());
    }

    private List<DriftFound> drifts() {
        return market.log.events(DriftFound.class, TEA).stream()
                .filter(drift -> drift.toString().contains("/data/spice"))
                .toList();
    }

    private String live(String key) {
        var secret = cluster.secrets().inNamespace("market").withName("recipe").get();
        return new String(Base64.getDecoder().decode(secret.getData().get(key)), UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
