package io.dabbawala.reconciler.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.dabbawala.events.DeadLetter;
import io.dabbawala.events.Health;
import io.dabbawala.events.ObjectOutcome;
import io.dabbawala.events.SyncCause;
import io.dabbawala.events.SyncOutcome;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.Inbox;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.sync.TestGate;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it is wired, with a real broker and a cluster. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ReconcilerTest {

    private static final TestGate GATE = new TestGate();
    private static final PatchContext SOMEBODY =
            new PatchContext.Builder()
                    .withPatchType(PatchType.JSON_MERGE)
                    .withFieldManager("somebody")
                    .build();

    @Inject EventCodec codec;
    @Inject Inbox inbox;
    @Inject KubernetesClient client;

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
    void a_desired_state_is_asked_for_and_applied_and_an_edit_by_hand_is_healed() {
        // Given
        var state = others.desire("argocd/web", 1, config("web", "1"));

        // When
        others.admit(others.awaitRequest("argocd/web", 1, SyncCause.COMMIT));

        // Then
        var finished = others.awaitFinished("argocd/web", one -> one.getGeneration() == 1);
        assertThat(finished.getOutcome()).isEqualTo(SyncOutcome.SUCCEEDED);
        assertThat(finished.getHealth()).isEqualTo(Health.HEALTHY);
        assertThat(finished.getDelivery()).isEqualTo(state.getDelivery());
        assertThat(finished.getObjects())
                .extracting(one -> one.getObject().getKind(), one -> one.getOutcome())
                .contains(tuple("ConfigMap", ObjectOutcome.CREATED));
        assertThat(answer("web")).isEqualTo("1");

        // When
        edit("web", "by hand");

        // Then
        others.admit(others.awaitRequest("argocd/web", 1, SyncCause.LIVE_CHANGE));
        var healed =
                others.awaitFinished("argocd/web", one -> one.getCause() == SyncCause.LIVE_CHANGE);
        assertThat(healed.getOutcome()).isEqualTo(SyncOutcome.SUCCEEDED);
        assertThat(answer("web")).isEqualTo("1");
        assertThat(others.drifts("argocd/web", SyncCause.LIVE_CHANGE))
                .singleElement()
                .satisfies(
                        drift -> {
                            var change = drift.getChanges().getFirst();
                            assertThat(change.getFields().getFirst().getPath())
                                    .isEqualTo("/data/answer");
                            assertThat(change.getFields().getFirst().getLive())
                                    .isEqualTo("\"by hand\"");
                            assertThat(change.getChangedBy().getManager()).isEqualTo("somebody");
                        });
    }

    @Test
    void what_comes_twice_late_or_unreadable_changes_nothing() {
        // Given
        var second = others.desire("argocd/twice", 2, config("twice", "2"));
        var request = others.awaitRequest("argocd/twice", 2, SyncCause.COMMIT);

        // When
        others.desire("argocd/twice", 1, config("twice", "1"));
        others.publish(second);
        others.poison(Topics.DESIRED_STATES);
        others.poison(Topics.GATE_VERDICTS);
        others.poison(Topics.COMMANDS);
        others.admit(request);
        others.admit(request);

        // Then
        others.awaitFinished("argocd/twice", one -> true);
        others.command("argocd/twice");
        others.awaitFinished("argocd/twice", one -> one.getCause() == SyncCause.COMMAND);
        assertThat(answer("twice")).isEqualTo("2");
        assertThat(others.finished("argocd/twice", one -> one.getCause() == SyncCause.COMMIT))
                .hasSize(1);
        await("the poison is kept")
                .atMost(Others.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                bus.all(
                                                        Topics.DEAD_LETTERS,
                                                        DeadLetter.class,
                                                        _ -> true))
                                        .extracting(event -> event.value().getTopic())
                                        .contains(
                                                Topics.DESIRED_STATES,
                                                Topics.GATE_VERDICTS,
                                                Topics.COMMANDS));
    }

    @Test
    void instances_for_another_cluster_are_given_nothing_of_this_one() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            assertThat(admin.listGroups().all().get())
                    .extracting(GroupListing::groupId)
                    .contains(
                            "reconciler-gate-verdicts-in-cluster",
                            "reconciler-rollout-verdicts-in-cluster",
                            "reconciler-rollbacks-in-cluster");
        }
    }

    @Test
    void a_jq_expression_that_fails_is_told_and_stops_nothing() {
        // Given
        var spec =
                """
                {"syncPolicy":{"automated":{}},"ignoreDifferences":[{"group":"*","kind":"*",
                 "jqPathExpressions":[".data | error(\\"no\\")"]}]}
                """;

        // When
        others.desire("argocd/ignoring", 1, config("ignoring", "1"), spec);
        others.admit(others.awaitRequest("argocd/ignoring", 1, SyncCause.COMMIT));

        // Then
        var noting = others.awaitFinished("argocd/ignoring", one -> !one.getNotes().isEmpty());
        assertThat(noting.getNotes())
                .allSatisfy(note -> assertThat(note).startsWith("IGNORE_FAILED: jqPath"));
        assertThat(noting.getOutcome()).isEqualTo(SyncOutcome.SUCCEEDED);
        assertThat(answer("ignoring")).isEqualTo("1");
    }

    @Test
    void what_argo_cds_settings_ignore_is_not_healed_all_else_is_and_their_script_judges() {
        // Given
        others.desire("argocd/settings", 1, account("1"));
        others.admit(others.awaitRequest("argocd/settings", 1, SyncCause.COMMIT));
        var finished = others.awaitFinished("argocd/settings", one -> one.getGeneration() == 1);
        assertThat(finished.getHealth()).isEqualTo(Health.SUSPENDED);

        // When
        label("rotated", "by somebody");
        label("team", "by somebody");

        // Then
        others.admit(others.awaitRequest("argocd/settings", 1, SyncCause.LIVE_CHANGE));
        others.awaitFinished("argocd/settings", one -> one.getCause() == SyncCause.LIVE_CHANGE);
        assertThat(others.drifts("argocd/settings", SyncCause.LIVE_CHANGE))
                .allSatisfy(
                        drift ->
                                assertThat(drift.getChanges().getFirst().getFields())
                                        .extracting(one -> one.getPath())
                                        .containsExactly("/metadata/labels/team"));
    }

    @Test
    void of_a_kind_that_argo_cds_settings_exclude_nothing_is_applied_and_it_is_told() {
        // When
        others.desire("argocd/excluded", 1, config("excluded", "1", "LimitRange"));
        others.admit(others.awaitRequest("argocd/excluded", 1, SyncCause.COMMIT));

        // Then
        var finished = others.awaitFinished("argocd/excluded", one -> true);
        assertThat(finished.getOutcome()).isEqualTo(SyncOutcome.SUCCEEDED);
        assertThat(finished.getNotes())
                .containsExactly(
                        "EXCLUDED_RESOURCE_WARNING: Resource /LimitRange excluded is excluded in"
                                + " the settings");
        assertThat(answer("excluded")).isEqualTo("1");
        assertThat(client.limitRanges().inNamespace("shop").withName("excluded").get()).isNull();
    }

    private static String account(String value) {
        return Json.write(
                Json.objects(
                        """
                        [{"apiVersion":"v1","kind":"ServiceAccount",
                          "metadata":{"name":"rotating","labels":{"rotated":"%s","team":"%s"}}}]
                        """
                                .formatted(value, value)));
    }

    private void label(String name, String value) {
        client.serviceAccounts()
                .inNamespace("shop")
                .withName("rotating")
                .patch(
                        SOMEBODY,
                        "{\"metadata\":{\"labels\":{\"%s\":\"%s\"}}}".formatted(name, value));
    }

    private static String config(String name, String answer) {
        return config(name, answer, "ConfigMap");
    }

    /** And an object of another kind of the same name. */
    private static String config(String name, String answer, String kind) {
        return Json.write(
                Json.objects(
                        """
                        [{"apiVersion":"v1","kind":"%s","metadata":{"name":"%s"}},
                         {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%s"},
                          "data":{"answer":"%s"}}]
                        """
                                .formatted(kind, name, name, answer)));
    }

    private String answer(String name) {
        return client.configMaps().inNamespace("shop").withName(name).get().getData().get("answer");
    }

    private void edit(String name, String answer) {
        client.configMaps()
                .inNamespace("shop")
                .withName(name)
                .patch(SOMEBODY, "{\"data\":{\"answer\":\"%s\"}}".formatted(answer));
    }
}
