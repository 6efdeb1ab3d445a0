package io.dabbawala.reconciler.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Precondition;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.plan.Fixtures;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.plan.SyncStep;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the planner makes of what a cluster makes of manifests. */
abstract class DriftContract extends ClusterContract {

    @Test
    void what_was_applied_is_no_drift_however_the_api_server_writes_it() {
        var planner = new Planner(cluster, cluster, _ -> Set.of());
        var state = shop();
        assertThat(steps(planner, state)).hasSize(15).allMatch(SyncStep.Create.class::isInstance);

        steps(planner, state)
                .forEach(
                        step ->
                                assertThat(create(((SyncStep.Create) step).manifest()))
                                        .isInstanceOf(ApplyOutcome.Created.class));

        assertThat(steps(planner, state)).isEmpty();
        assertThat(steps(new Planner(cluster, cluster, _ -> Set.of()), state)).isEmpty();
    }

    @Test
    void an_edit_by_hand_is_a_drift_that_names_field_and_editor() {
        var planner = new Planner(cluster, cluster, _ -> Set.of());
        var state = shop();
        steps(planner, state).forEach(step -> apply(((SyncStep.Create) step).manifest()));
        var how =
                new PatchContext.Builder()
                        .withPatchType(PatchType.JSON_MERGE)
                        .withFieldManager("kubectl-edit")
                        .build();
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("web")
                .patch(how, "{\"spec\":{\"replicas\":7}}");

        await().atMost(PATIENCE).until(() -> !steps(planner, state).isEmpty());

        assertThat(steps(planner, state))
                .singleElement()
                .isInstanceOfSatisfying(
                        SyncStep.Correct.class,
                        correct -> {
                            assertThat(correct.fields())
                                    .extracting(FieldChange::pointer)
                                    .containsExactly("/spec/replicas");
                            assertThat(correct.changedBy().manager()).isEqualTo("kubectl-edit");
                            assertThat(correct.changedBy().operation()).isEqualTo("Update");
                        });
    }

    @Test
    void what_leaves_a_field_that_is_applied_as_a_whole_is_a_difference() {
        var planner = new Planner(cluster, cluster, _ -> Set.of());
        steps(planner, service("{'app':'web','track':'canary'}"))
                .forEach(step -> apply(((SyncStep.Create) step).manifest()));

        var step = steps(planner, service("{'app':'web'}")).getFirst();

        assertThat(step)
                .isInstanceOfSatisfying(
                        SyncStep.Correct.class,
                        correct -> {
                            assertThat(correct.fields())
                                    .extracting(FieldChange::pointer)
                                    .containsExactly("/spec/selector/track");
                            apply(correct.manifest());
                        });
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(steps(planner, service("{'app':'web'}"))).isEmpty());
    }

    private DesiredState service(String selector) {
        var manifest =
                "[{'apiVersion':'v1','kind':'Service','metadata':{'name':'web'},"
                        + "'spec':{'selector':%s,'ports':[{'port':80}]}}]";
        return Fixtures.in(namespace, manifest.formatted(selector).replace('\'', '"'));
    }

    private ApplyOutcome create(Manifest manifest) {
        return cluster.apply(manifest, ApplyOptions.POLITE.only(new Precondition.Absent()));
    }

    private static List<SyncStep> steps(Planner planner, DesiredState state) {
        return planner.plan(state).steps().toList();
    }

    private DesiredState shop() {
        try (var file = ClusterContract.class.getResourceAsStream("/shop.json")) {
            return Fixtures.in(namespace, new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
