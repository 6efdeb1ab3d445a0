package io.dabbawala.compliancegate;

import static io.dabbawala.compliancegate.kafka.Requests.WEB;
import static io.dabbawala.compliancegate.kafka.Requests.desired;
import static io.dabbawala.compliancegate.kafka.Requests.manifests;
import static io.dabbawala.compliancegate.kafka.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.events.GateDecision;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.EventCodec;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPlatform.class)
class WiredServiceTest {

    private static final String INDIA = manifests("india-west-1");

    @Inject EventCodec codec;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @TestHTTPResource("/q/health/ready")
    URI readiness;

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @Test
    void what_is_asked_is_answered_by_a_service_that_says_it_is_ready() throws Exception {
        var records = new Records(brokers, codec);
        records.send(Topics.DESIRED_STATES, WEB, desired(1, INDIA));
        records.send(Topics.SYNC_REQUESTS, WEB, request(1, INDIA));

        var verdict = records.verdict(_ -> true);

        assertThat(verdict.getDecision()).isEqualTo(GateDecision.ADMITTED);
        assertThat(verdict.getAttestation()).contains("application/vnd.in-toto+json");
        assertThat(get(readiness)).contains("\"Plans are judged\"", "RUNNING");
        assertThat(get(metrics))
                .contains("compliance_gate_verdicts_total{decision=\"ADMITTED\"} 1.0");
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }
}
