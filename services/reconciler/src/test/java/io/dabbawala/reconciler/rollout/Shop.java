package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.Destination;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A shop with one workload, checkout, that has a Canary; and the words to speak about it. */
final class Shop {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final ObjectRef TARGET = deployment("checkout");
    static final ObjectRef PRIMARY = deployment("checkout-primary");
    static final ObjectRef ROUTE =
            ObjectRef.of("gateway.networking.k8s.io/v1", "HTTPRoute", "shop", "checkout");

    private static final String CANARY =
            """
            {"apiVersion": "flagger.app/v1beta1", "kind": "Canary",
             "metadata": {"name": "checkout", "namespace": "shop"},
             "spec": {"provider": "gatewayapi:v1",
               "targetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "checkout"},
               "progressDeadlineSeconds": 60,
               "service": {"port": 80, "targetPort": 8080,
                 "gatewayRefs": [{"name": "public", "namespace": "shop"}]},
               "analysis": {"interval": "10s", "maxWeight": 60, "stepWeight": 30}}}
            """;

    final InMemoryCluster cluster = new InMemoryCluster();
    private Instant now = NOON;
    private Rollouts rollouts = started();

    /** A Canary as it is declared, with one part of its text replaced. */
    static Canary canary(String part, String replacement) {
        return Canary.of("shop", "checkout", CANARY.replace(part, replacement));
    }

    static Canary canary() {
        return canary("", "");
    }

    static ObjectRef deployment(String name) {
        return ObjectRef.of("apps/v1", "Deployment", "shop", name);
    }

    static ObjectRef service(String name) {
        return ObjectRef.of("v1", "Service", "shop", name);
    }

    static ObjectRef configMap(String name) {
        return ObjectRef.of("v1", "ConfigMap", "shop", name);
    }

    static Map<String, Object> checkout(String image) {
        return Json.object(
                """
                {"apiVersion": "apps/v1", "kind": "Deployment",
                 "metadata": {"name": "checkout", "namespace": "shop"},
                 "spec": {"replicas": 2,
                   "selector": {"matchLabels": {"app": "checkout"}},
                   "template": {
                     "metadata": {"labels": {"app": "checkout", "team": "buying"}},
                     "spec": {"containers": [{"name": "checkout", "image": "%s",
                       "ports": [{"containerPort": 8080}]}]}}}}
                """
                        .formatted(image));
    }

    static DesiredState state(String delivery, String revision, SyncCause cause) {
        return new DesiredState(
                "argocd/checkout",
                delivery,
                revision,
                1,
                "sha256:of-" + revision,
                "[]",
                "default",
                new Destination("", "", "shop"),
                new SyncPolicy(true, true, true, false, Set.of()),
                "",
                cause,
                NOON);
    }

    void declare(Canary canary) {
        rollouts.declared(canary);
        rollouts.complete();
    }

    void withdraw() {
        rollouts.withdrawn("shop/checkout");
    }

    /** A process that knows nothing. */
    void restart() {
        rollouts = started();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The application's sync gives the target everything but what the rollout decides. */
    Optional<Progress> sync(String delivery, String revision, Map<String, Object> target) {
        return sync(state(delivery, revision, SyncCause.COMMIT), List.of(Manifest.of(target)));
    }

    Optional<Progress> sync(DesiredState state, List<Manifest> declared) {
        for (var manifest : declared) {
            var live = cluster.read(manifest.ref());
            var spec = new java.util.LinkedHashMap<>(Tree.map(manifest.content(), "spec"));
            if (live.isPresent() && spec.containsKey("replicas")) {
                spec.put(
                        "replicas",
                        Tree.number(live.get().content(), "spec", "replicas").orElse(1));
            }
            cluster.edit(
                    manifest.ref(),
                    before -> {
                        var after = new java.util.LinkedHashMap<>(before);
                        after.putAll(manifest.content());
                        if (!spec.isEmpty()) {
                            after.put("spec", spec);
                        }
                        return after;
                    });
        }
        rollouts.synced(state, declared);
        return look();
    }

    Optional<Progress> look() {
        return rollouts.look("shop/checkout");
    }

    Progress lookAt() {
        return look().orElseThrow();
    }

    Optional<Progress> judge(Progress of, Verdict.Aim aim, int weight) {
        return rollouts.judged(
                "shop/checkout",
                new Verdict(of.subject().template(), of.subject().delivery(), aim, weight));
    }

    Optional<Progress> rollBack(Progress of) {
        return rollouts.rolledBack("shop/checkout", of.subject().template());
    }

    Rollouts rollouts() {
        return rollouts;
    }

    /** Every pod runs; the next look sees it. */
    Progress settle() {
        cluster.rollOut(TARGET);
        cluster.rollOut(PRIMARY);
        look();
        cluster.rollOut(TARGET);
        cluster.rollOut(PRIMARY);
        return lookAt();
    }

    /** Canary declared, first revision synced, initialised. */
    Progress initialised() {
        declare(canary());
        sync("d1", "r1", checkout("shop/checkout:1.0"));
        return settle();
    }

    /** A second revision is being tried with that share of the traffic. */
    Progress progressing(int weight) {
        initialised();
        sync("d2", "r2", checkout("shop/checkout:1.1"));
        var ready = settle();
        return weight == 0 ? ready : judge(ready, Verdict.Aim.PROGRESSING, weight).orElseThrow();
    }

    boolean lookIsInitializing() {
        return cluster.read(PRIMARY)
                .flatMap(StandingNotes::read)
                .filter(it -> it.stage() instanceof Stage.Initializing)
                .isPresent();
    }

    long replicas(ObjectRef ref) {
        return Tree.number(cluster.read(ref).orElseThrow().content(), "spec", "replicas")
                .orElseThrow();
    }

    String image(ObjectRef ref) {
        var containers =
                Tree.list(
                        cluster.read(ref).orElseThrow().content(),
                        "spec",
                        "template",
                        "spec",
                        "containers");
        return Tree.text(containers.getFirst(), "image");
    }

    String selector(String service) {
        return Tree.text(
                cluster.read(service(service)).orElseThrow().content(), "spec", "selector", "app");
    }

    /** The canary's weight in the route. */
    int weight() {
        return cluster.read(ROUTE).flatMap(it -> GatewayRoute.weightIn(it, canary())).orElse(-1);
    }

    private Rollouts started() {
        return new Rollouts(
                cluster,
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now;
                    }
                });
    }
}
