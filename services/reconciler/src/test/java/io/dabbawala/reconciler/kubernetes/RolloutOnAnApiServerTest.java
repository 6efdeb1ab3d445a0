package io.dabbawala.reconciler.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.Destination;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.rollout.Canary;
import io.dabbawala.reconciler.rollout.Phase;
import io.dabbawala.reconciler.rollout.Progress;
import io.dabbawala.reconciler.rollout.RolloutFields;
import io.dabbawala.reconciler.rollout.Rollouts;
import io.dabbawala.reconciler.rollout.Verdict;
import io.dabbawala.reconciler.rollout.Verdict.Aim;
import io.dabbawala.testkit.twin.TwinApiServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A whole rollout on an API server with its controllers: the twin, or the one that the system
 * property {@code dabbawala.test.kubeconfig} names.
 */
class RolloutOnAnApiServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String namespace = "rollout-" + UUID.randomUUID().toString().substring(0, 8);
    private final Optional<TwinApiServer> twin =
            Optional.ofNullable(System.getProperty("dabbawala.test.kubeconfig")).isPresent()
                    ? Optional.empty()
                    : Optional.of(TwinApiServer.start());
    private final KubernetesClient client =
            new KubernetesClientBuilder()
                    .withConfig(
                            twin.map(server -> Config.fromKubeconfig(server.kubeconfig()))
                                    .orElseGet(RolloutOnAnApiServerTest::named))
                    .build();
    private final KubernetesCluster cluster =
            new KubernetesCluster(
                    client, List.of(), Duration.ofMinutes(10), Tracking.BY_ANNOTATION);
    private Rollouts rollouts = started();

    @BeforeEach
    void makeNamespace() {
        cluster.apply(
                manifest(
                        """
                        {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s"}}
                        """
                                .formatted(namespace)),
                ApplyOptions.POLITE);
    }

    @AfterEach
    void close() {
        client.namespaces().withName(namespace).delete();
        cluster.close();
        client.close();
        twin.ifPresent(TwinApiServer::close);
    }

    @Test
    void initialises_promotes_and_rolls_back() {
        sync("d1", "1.0", SyncCause.COMMIT);
        reach(it -> it.phase() == Phase.INITIALIZED);
        assertThat(replicas("checkout")).isZero();
        assertThat(selector("checkout")).isEqualTo("checkout-primary");
        assertThat(weights()).isEqualTo("100/0");

        sync("d2", "1.1", SyncCause.COMMIT);
        var trial = reach(it -> it.phase() == Phase.PROGRESSING && it.readiness().canary());
        assertThat(replicas("checkout")).isEqualTo(2);
        judge(trial, Aim.PROGRESSING, 30);
        assertThat(weights()).isEqualTo("70/30");
        judge(trial, Aim.PROMOTING, 30);
        restart();
        reach(it -> it.phase() == Phase.PROMOTING && it.readiness().primary());
        assertThat(image("checkout-primary")).isEqualTo("shop/checkout:1.1");
        judge(trial, Aim.FINALISING, 0);
        judge(trial, Aim.SUCCEEDED, 0);
        assertThat(weights()).isEqualTo("100/0");
        assertThat(replicas("checkout")).isZero();

        sync("d3", "1.2", SyncCause.COMMIT);
        var bad = reach(it -> it.phase() == Phase.PROGRESSING && it.readiness().canary());
        judge(bad, Aim.PROGRESSING, 30);
        rollouts.rolledBack(rollout(), bad.subject().template());
        assertThat(weights()).isEqualTo("100/0");
        sync("d3", "1.1", SyncCause.ROLLBACK);
        var back = reach(it -> it.subject().template().equals(it.promoted().template()));
        assertThat(back.phase()).isEqualTo(Phase.FAILED);
        assertThat(image("checkout-primary")).isEqualTo("shop/checkout:1.1");
        assertThat(replicas("checkout")).isZero();
    }

    @Test
    void a_look_at_what_is_as_it_should_be_changes_no_object() {
        sync("d1", "1.0", SyncCause.COMMIT);
        reach(it -> it.phase() == Phase.INITIALIZED && it.readiness().primary());
        await().atMost(PATIENCE).until(() -> versions().equals(versions()));
        var before = versions();

        rollouts.look(rollout());
        restart();
        rollouts.look(rollout());

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void an_image_that_never_becomes_ready_is_told_in_its_time() {
        sync("d1", "1.0", SyncCause.COMMIT);
        reach(it -> it.phase() == Phase.INITIALIZED);

        sync("d2", "crash", SyncCause.COMMIT);

        assertThat(reach(it -> it.readiness().deadlineExceeded()).phase())
                .isEqualTo(Phase.PROGRESSING);
    }

    private Rollouts started() {
        var fresh = new Rollouts(cluster, Clock.systemUTC());
        fresh.declared(canary());
        fresh.complete();
        return fresh;
    }

    private void restart() {
        rollouts = started();
    }

    private Canary canary() {
        return Canary.of(
                namespace,
                "checkout",
                """
                {"spec": {"provider": "gatewayapi:v1",
                   "targetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "checkout"},
                   "progressDeadlineSeconds": 3,
                   "service": {"port": 80, "targetPort": 8080, "hosts": ["shop.example"],
                     "timeout": "15s", "gatewayRefs": [{"name": "public"}]}}}
                """);
    }

    /** As a sync does: without what the rollout decides, under another name. */
    private void sync(String delivery, String tag, SyncCause cause) {
        var declared =
                manifest(
                        """
                        {"apiVersion": "apps/v1", "kind": "Deployment",
                         "metadata": {"name": "checkout", "namespace": "%s"},
                         "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "checkout"}},
                           "template": {"metadata": {"labels": {"app": "checkout"}},
                             "spec": {"containers": [{"name": "checkout",
                               "image": "shop/checkout:%s",
                               "resources": {"requests": {"cpu": "1000m"}},
                               "ports": [{"containerPort": 8080}]}]}}}}
                        """
                                .formatted(namespace, tag));
        var owned = new RolloutFields(rollouts, cluster).of(declared.ref());
        var outcome = cluster.apply(declared.without(owned), ApplyOptions.POLITE);
        assertThat(outcome)
                .isNotInstanceOf(ApplyOutcome.Conflicted.class)
                .isNotInstanceOf(ApplyOutcome.Refused.class);
        rollouts.synced(
                new DesiredState(
                        "argocd/checkout",
                        delivery,
                        "r-" + tag,
                        1,
                        "sha256:" + tag,
                        "[]",
                        "default",
                        new Destination("", "", namespace),
                        new SyncPolicy(true, true, true, false, Set.of()),
                        "",
                        cause,
                        Instant.now()),
                List.of(declared));
    }

    private Progress reach(Predicate<Progress> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> rollouts.look(rollout()),
                        progress -> progress.filter(wanted).isPresent())
                .orElseThrow();
    }

    private void judge(Progress trial, Aim aim, int weight) {
        var subject = trial.subject();
        var progress =
                rollouts.judged(
                        rollout(),
                        new Verdict(subject.template(), subject.delivery(), aim, weight));
        assertThat(progress.orElseThrow().phase().name()).isEqualTo(aim.name());
    }

    private String rollout() {
        return namespace + "/checkout";
    }

    private long replicas(String name) {
        return Tree.number(read(deployment(name)), "spec", "replicas").orElseThrow();
    }

    private String image(String name) {
        var containers =
                Tree.list(read(deployment(name)), "spec", "template", "spec", "containers");
        return Tree.text(containers.getFirst(), "image");
    }

    private String selector(String name) {
        return Tree.text(
                read(ObjectRef.of("v1", "Service", namespace, name)), "spec", "selector", "app");
    }

    private String weights() {
        var rule = Tree.list(read(route()), "spec", "rules").stream().findFirst().orElseThrow();
        var backends = Tree.list(rule, "backendRefs");
        return Tree.text(backends.get(0), "weight") + "/" + Tree.text(backends.get(1), "weight");
    }

    private List<String> versions() {
        return List.of(
                        deployment("checkout"),
                        deployment("checkout-primary"),
                        ObjectRef.of("v1", "Service", namespace, "checkout"),
                        ObjectRef.of("v1", "Service", namespace, "checkout-primary"),
                        ObjectRef.of("v1", "Service", namespace, "checkout-canary"),
                        route())
                .stream()
                .map(ref -> Tree.text(read(ref), "metadata", "resourceVersion"))
                .toList();
    }

    private ObjectRef route() {
        return ObjectRef.of("gateway.networking.k8s.io/v1", "HTTPRoute", namespace, "checkout");
    }

    private ObjectRef deployment(String name) {
        return ObjectRef.of("apps/v1", "Deployment", namespace, name);
    }

    private Object read(ObjectRef ref) {
        return cluster.read(ref).orElseThrow(() -> new AssertionError("no " + ref)).content();
    }

    private static Manifest manifest(String json) {
        return Manifest.of(Json.object(json));
    }

    private static Config named() {
        return Config.fromKubeconfig(
                Path.of(System.getProperty("dabbawala.test.kubeconfig")).toFile());
    }
}
