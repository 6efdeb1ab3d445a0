package io.dabbawala.reconciler.rollout;

import static io.dabbawala.reconciler.rollout.Shop.PRIMARY;
import static io.dabbawala.reconciler.rollout.Shop.ROUTE;
import static io.dabbawala.reconciler.rollout.Shop.TARGET;
import static io.dabbawala.reconciler.rollout.Shop.canary;
import static io.dabbawala.reconciler.rollout.Shop.checkout;
import static io.dabbawala.reconciler.rollout.Shop.configMap;
import static io.dabbawala.reconciler.rollout.Shop.service;
import static io.dabbawala.reconciler.rollout.Shop.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.rollout.Verdict.Aim;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolloutRulesTest {

    private final Shop shop = new Shop();

    @Test
    void a_provider_that_is_not_supported_is_told_and_nothing_is_touched() {
        shop.declare(canary("gatewayapi:v1", "istio"));

        var progress = shop.sync("d1", "r1", checkout("shop/checkout:1.0")).orElseThrow();

        assertThat(progress.message()).startsWith("UNSUPPORTED_PROVIDER: istio");
        assertThat(shop.cluster.writes()).isEmpty();
    }

    @Test
    void a_target_without_one_of_the_usual_labels_is_told_and_nothing_is_touched() {
        shop.declare(canary());
        var target = Json.object(Json.write(checkout("x:1")).replace("\"app\"", "\"tier\""));

        assertThat(shop.sync("d1", "r1", target).orElseThrow().message())
                .startsWith("NO_SELECTOR_LABEL: Deployment shop/checkout");
        assertThat(shop.cluster.writes()).isEmpty();
    }

    @Test
    void a_suspended_canary_is_left_alone() {
        shop.initialised();
        shop.cluster.writes();
        shop.declare(canary("\"spec\": {", "\"spec\": {\"suspend\": true, "));

        assertThat(shop.sync("d2", "r2", checkout("shop/checkout:1.1"))).isEmpty();
        assertThat(shop.cluster.writes()).isEmpty();
    }

    @Test
    void without_a_route_services_alone_are_made() {
        shop.declare(canary("gatewayapi:v1", "kubernetes"));
        shop.sync("d1", "r1", checkout("shop/checkout:1.0"));
        shop.settle();

        assertThat(shop.cluster.read(ROUTE)).isEmpty();
        assertThat(shop.selector("checkout")).isEqualTo("checkout-primary");
        shop.sync("d2", "r2", checkout("shop/checkout:1.1"));
        assertThat(shop.judge(shop.settle(), Aim.PROGRESSING, 100).orElseThrow().canaryWeight())
                .isEqualTo(100);
    }

    @Test
    void what_somebody_changes_of_the_generated_objects_is_repaired() {
        shop.progressing(30);
        shop.cluster.edit(ROUTE, before -> with(before, "spec", Map.of("rules", List.of())));
        shop.cluster.edit(
                service("checkout"),
                before -> with(before, "spec", Map.of("selector", Map.of("app", "stolen"))));
        shop.cluster.delete(service("checkout-canary"));

        shop.look();

        assertThat(shop.weight()).isEqualTo(30);
        assertThat(shop.selector("checkout")).isEqualTo("checkout-primary");
        assertThat(shop.selector("checkout-canary")).isEqualTo("checkout");
    }

    @Test
    void a_deleted_primary_is_made_again_of_what_was_promoted() {
        shop.progressing(30);
        shop.cluster.delete(PRIMARY);

        shop.look();

        assertThat(shop.image(PRIMARY)).isEqualTo("shop/checkout:1.0");
        assertThat(shop.weight()).isEqualTo(30);
    }

    @Test
    void the_primary_that_could_not_be_promoted_comes_back_before_traffic_does() {
        var trial = shop.progressing(60);
        shop.judge(trial, Aim.PROMOTING, 60);
        shop.cluster.rollOut(TARGET);

        var failed = shop.judge(trial, Aim.FAILED, 100).orElseThrow();
        assertThat(failed.canaryWeight()).isEqualTo(100);
        assertThat(shop.replicas(TARGET)).isEqualTo(2);
        assertThat(shop.image(PRIMARY)).isEqualTo("shop/checkout:1.0");

        shop.cluster.rollOut(PRIMARY);
        assertThat(shop.lookAt().canaryWeight()).isZero();
        assertThat(shop.replicas(TARGET)).isZero();
    }

    @Test
    void a_canary_that_does_not_become_ready_in_its_time_is_told() {
        shop.initialised();
        shop.sync("d2", "r2", checkout("shop/checkout:crash"));
        shop.cluster.status(
                TARGET,
                Map.of(
                        "conditions",
                        List.of(
                                Map.of(
                                        "type", "Available",
                                        "status", "False",
                                        "reason", "MinimumReplicasUnavailable",
                                        "lastUpdateTime", "2026-03-01T12:00:00Z"))));
        assertThat(shop.lookAt().readiness().deadlineExceeded()).isFalse();

        shop.pass(Duration.ofSeconds(61));

        assertThat(shop.lookAt().readiness().deadlineExceeded()).isTrue();
    }

    @Test
    void a_rollback_goes_on_although_the_primary_refuses_its_notes() {
        var trial = shop.progressing(30);
        shop.cluster.refuse("Deployment");

        var failed = shop.rollBack(trial).orElseThrow();

        assertThat(shop.weight()).isZero();
        assertThat(failed.canaryWeight()).isZero();
        assertThat(failed.message()).startsWith("ADMISSION_DENIED: Deployment shop/checkout");
    }

    @Test
    void a_refusal_stops_what_follows_and_is_told() {
        var trial = shop.progressing(0);
        shop.cluster.refuse("Deployment");

        var progress = shop.judge(trial, Aim.PROGRESSING, 30).orElseThrow();

        assertThat(progress.message()).startsWith("ADMISSION_DENIED");
        assertThat(shop.weight()).isZero();
    }

    @Test
    void what_the_pods_read_is_copied_for_the_primary_and_follows_promotions_only() {
        shop.declare(canary());
        var target =
                Json.object(
                        Json.write(checkout("shop/checkout:1.0"))
                                .replace(
                                        "\"ports\"",
                                        "\"envFrom\":[{\"configMapRef\":{\"name\":\"db\"}}],\"ports\""));
        shop.sync(state("d1", "r1", SyncCause.COMMIT), List.of(db("mumbai"), Manifest.of(target)));
        var first = shop.settle();
        assertThat(first.phase()).isEqualTo(Phase.INITIALIZED);
        assertThat(region("db-primary")).isEqualTo("mumbai");
        assertThat(Json.write(shop.cluster.read(PRIMARY).orElseThrow().content().get("spec")))
                .contains("\"configMapRef\":{\"name\":\"db-primary\"}");

        shop.sync(state("d2", "r2", SyncCause.COMMIT), List.of(db("pune"), Manifest.of(target)));
        var trial = shop.settle();
        assertThat(trial.phase())
                .as("a change of configuration is one")
                .isEqualTo(Phase.PROGRESSING);
        assertThat(region("db-primary")).isEqualTo("mumbai");

        shop.judge(trial, Aim.PROMOTING, 0);
        assertThat(region("db-primary")).isEqualTo("pune");
    }

    @Test
    void configuration_that_is_not_tracked_is_shared() {
        shop.declare(canary());
        var target =
                Json.object(
                        Json.write(checkout("shop/checkout:1.0"))
                                .replace(
                                        "\"ports\"",
                                        "\"envFrom\":[{\"configMapRef\":{\"name\":\"db\"}}],\"ports\""));
        var untracked =
                Manifest.of(
                        Json.object(
                                """
                                {"apiVersion": "v1", "kind": "ConfigMap", "data": {},
                                 "metadata": {"name": "db", "namespace": "shop", "annotations":
                                   {"flagger.app/config-tracking": "disabled"}}}
                                """));
        shop.sync(state("d1", "r1", SyncCause.COMMIT), List.of(untracked, Manifest.of(target)));

        assertThat(shop.cluster.read(configMap("db-primary"))).isEmpty();
        assertThat(Json.write(shop.cluster.read(PRIMARY).orElseThrow().content().get("spec")))
                .contains("\"configMapRef\":{\"name\":\"db\"}");
    }

    @Test
    void an_autoscaler_scales_the_primary_and_the_canary_while_it_runs() {
        shop.declare(
                canary(
                        "\"spec\": {",
                        """
                        "spec": {"autoscalerRef": {"apiVersion": "autoscaling/v2",
                          "kind": "HorizontalPodAutoscaler", "name": "checkout"},
                        """));
        shop.sync(
                state("d1", "r1", SyncCause.COMMIT),
                List.of(Manifest.of(checkout("shop/checkout:1.0")), autoscaler()));
        shop.cluster.rollOut(PRIMARY);
        shop.look();

        var copy = shop.cluster.read(autoscaler("checkout-primary")).orElseThrow().content();
        assertThat(Tree.text(copy, "spec", "scaleTargetRef", "name")).isEqualTo("checkout-primary");
        assertThat(Tree.text(copy, "spec", "maxReplicas")).isEqualTo("9");
        assertThat(Tree.at(shop.cluster.read(PRIMARY).orElseThrow().content(), "spec", "replicas"))
                .isEmpty();

        shop.sync(
                state("d2", "r2", SyncCause.COMMIT),
                List.of(Manifest.of(checkout("shop/checkout:1.1")), autoscaler()));
        assertThat(shop.replicas(TARGET)).isEqualTo(2);
        shop.cluster.edit(TARGET, before -> withReplicas(before, 7));
        shop.look();
        assertThat(shop.replicas(TARGET)).isEqualTo(7);
    }

    @Test
    void what_a_gateway_has_against_the_route_is_told() {
        shop.initialised();
        assertThat(shop.lookAt().message()).isEmpty();

        shop.cluster.edit(
                ROUTE,
                before ->
                        with(
                                before,
                                "status",
                                Json.object(
                                        """
                                        {"parents": [{"conditions": [{"type": "Accepted",
                                          "status": "False", "message": "no such listener",
                                          "observedGeneration": 1000}]}]}
                                        """)));

        assertThat(shop.lookAt().message()).isEqualTo("ROUTE_NOT_ACCEPTED: no such listener");
    }

    private static ObjectRef autoscaler(String name) {
        return ObjectRef.of("autoscaling/v2", "HorizontalPodAutoscaler", "shop", name);
    }

    private static Manifest autoscaler() {
        return Manifest.of(
                Json.object(
                        """
                        {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
                         "metadata": {"name": "checkout", "namespace": "shop"},
                         "spec": {"maxReplicas": 9, "scaleTargetRef": {"apiVersion": "apps/v1",
                           "kind": "Deployment", "name": "checkout"}}}
                        """));
    }

    private static Map<String, Object> withReplicas(Map<String, Object> content, int replicas) {
        var spec = new LinkedHashMap<>(Tree.map(content, "spec"));
        spec.put("replicas", replicas);
        return with(content, "spec", spec);
    }

    private static Manifest db(String region) {
        return Manifest.of(
                Json.object(
                        """
                        {"apiVersion": "v1", "kind": "ConfigMap",
                         "metadata": {"name": "db", "namespace": "shop"}, "data": {"region": "%s"}}
                        """
                                .formatted(region)));
    }

    private String region(String name) {
        return Tree.text(
                shop.cluster.read(configMap(name)).orElseThrow().content(), "data", "region");
    }

    private static Map<String, Object> with(Map<String, Object> content, String key, Object part) {
        var changed = new LinkedHashMap<>(content);
        changed.put(key, part);
        return changed;
    }
}
