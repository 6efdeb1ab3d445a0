package io.dabbawala.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.Track;
import io.dabbawala.testkit.twin.TwinApiServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a cluster that runs Deployments. */
class RoutedWorkloadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TwinApiServer twin = TwinApiServer.start();
    private final KubernetesClient client =
            new KubernetesClientBuilder()
                    .withConfig(Config.fromKubeconfig(twin.kubeconfig()))
                    .build();
    private RoutedWorkload workload;

    @BeforeEach
    void open() {
        create("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
        workload = new RoutedWorkload(client, "shop", "checkout");
    }

    @AfterEach
    void close() {
        workload.close();
        client.close();
        twin.close();
    }

    @Test
    void without_a_route_there_is_no_traffic() {
        // Given
        create(deployment("checkout-primary", "shop/checkout:1.0"));

        // Then
        await().atMost(PATIENCE).until(() -> workload.behaviour(Track.PRIMARY).isPresent());
        assertThat(workload.canaryShare()).isEmpty();
    }

    @Test
    void requests_are_divided_as_the_route_says_now() {
        // Given
        create(route(70, 30));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(workload.canaryShare()).contains(0.3));

        // When
        create(route(100, 0));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(workload.canaryShare()).contains(0.0));
    }

    @Test
    void each_track_answers_as_its_image_says_from_pods_that_are_ready() {
        // When
        create(deployment("checkout-primary", "shop/checkout:1.0"));
        create(deployment("checkout", "shop/checkout:1.1-errors20"));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(workload.readyPods(Track.PRIMARY))
                                    .hasSize(2)
                                    .allMatch(pod -> pod.startsWith("checkout-primary-"));
                            assertThat(workload.readyPods(Track.CANARY))
                                    .hasSize(2)
                                    .noneMatch(pod -> pod.startsWith("checkout-primary-"));
                        });
        assertThat(workload.behaviour(Track.PRIMARY).orElseThrow().errors()).isZero();
        assertThat(workload.behaviour(Track.CANARY).orElseThrow().errors()).isEqualTo(0.2);
    }

    @Test
    void pods_that_never_become_ready_answer_nothing() {
        // When
        create(deployment("checkout", "shop/checkout:1.1-crash"));
        create(deployment("checkout-primary", "shop/checkout:1.0"));

        // Then
        await().atMost(PATIENCE).until(() -> workload.readyPods(Track.PRIMARY).size() == 2);
        assertThat(workload.readyPods(Track.CANARY)).isEmpty();
    }

    private void create(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .forceConflicts()
                .serverSideApply();
    }

    private static String deployment(String name, String image) {
        return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %1$s, namespace: shop}
        spec:
          replicas: 2
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s}}
            spec: {containers: [{name: it, image: "%2$s"}]}
        """
                .formatted(name, image);
    }

    private static String route(int primary, int canary) {
        return """
        apiVersion: gateway.networking.k8s.io/v1
        kind: HTTPRoute
        metadata: {name: checkout, namespace: shop}
        spec:
          rules:
          - backendRefs:
            - {name: checkout-primary, port: 80, weight: %d}
            - {name: checkout-canary, port: 80, weight: %d}
        """
                .formatted(primary, canary);
    }
}
