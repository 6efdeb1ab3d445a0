package io.dabbawala.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class RouteWeightsTest {

    @Test
    void reads_the_weight_of_each_backend() {
        // When
        var weights =
                RouteWeights.of(
                        route(
                                """
                                rules:
                                - backendRefs:
                                  - {name: checkout-primary, port: 80, weight: 70}
                                  - {name: checkout-canary, port: 80, weight: 30}
                                """));

        // Then
        assertThat(weights.to("checkout-primary")).isEqualTo(70);
        assertThat(weights.to("checkout-canary")).isEqualTo(30);
        assertThat(weights.share("checkout-canary", "checkout-primary")).isEqualTo(0.3);
    }

    @Test
    void a_backend_without_a_weight_has_1() {
        // When
        var weights = RouteWeights.of(route("rules: [{backendRefs: [{name: a}, {name: b}]}]"));

        // Then
        assertThat(weights.share("a", "b")).isEqualTo(0.5);
    }

    @Test
    void without_route_rules_or_backends_nobody_gets_anything() {
        assertThat(RouteWeights.of(null).weights()).isEmpty();
        assertThat(RouteWeights.of(route("hostnames: [a]")).weights()).isEmpty();
        assertThat(RouteWeights.of(route("rules: [{}]")).share("a", "b")).isZero();
    }

    private static GenericKubernetesResource route(String spec) {
        var yaml =
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: checkout, namespace: shop}
                spec:
                """;
        return Serialization.unmarshal(yaml + spec.indent(2), GenericKubernetesResource.class);
    }
}
