package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a standing means for the cluster, in the order in which it is applied: the primary, which
 * carries the standing, comes before what follows from it, and traffic moves before pods go.
 */
record RolloutPlan(Canary canary, SelectorLabel label, Standing standing, Sight sight) {

    /** What is not yet so. {@code target} is the one that was synced, if that is known. */
    List<Manifest> missing(Optional<Target> target, Readiness readiness) {
        return Stream.of(copies(target), autoscaler(target), objects(readiness))
                .flatMap(List::stream)
                .filter(
                        manifest ->
                                sight.of(manifest.ref())
                                        .filter(
                                                live ->
                                                        Covers.all(
                                                                manifest.content(), live.content()))
                                        .isEmpty())
                .toList();
    }

    private List<Manifest> objects(Readiness readiness) {
        var services = services();
        var objects = new ArrayList<Manifest>();
        objects.add(PrimaryDeployment.of(canary, label, standing));
        objects.add(services.primary());
        objects.add(services.canaryTrack());
        switch (standing.stage()) {
            case Stage.Initializing _ -> {
                if (readiness.primary()) {
                    objects.add(services.apex());
                    objects.addAll(scaledAway());
                    objects.addAll(route());
                } else {
                    objects.addAll(running());
                }
            }
            case Stage.Initialized _, Stage.Succeeded _ -> {
                objects.add(services.apex());
                objects.addAll(route());
                objects.addAll(scaledAway());
            }
            case Stage.Failed(var weight) -> {
                objects.add(services.apex());
                objects.addAll(route());
                objects.addAll(weight == 0 ? scaledAway() : running());
            }
            case Stage.Progressing _, Stage.Promoting _, Stage.Finalising _ -> {
                objects.add(services.apex());
                objects.addAll(route());
                objects.addAll(running());
            }
        }
        return objects;
    }

    private RolloutServices services() {
        return new RolloutServices(
                canary, label, Tree.map(standing.inForce().spec(), "template", "spec"));
    }

    private List<Manifest> route() {
        return canary.hasRoute()
                ? List.of(GatewayRoute.of(canary, standing.stage().weight()))
                : List.of();
    }

    private List<Manifest> scaledAway() {
        return replicas(0);
    }

    /**
     * A canary without pods proves nothing. How many are right once it runs is the autoscaler's to
     * say, where there is one.
     */
    private List<Manifest> running() {
        var isScaled = canary.autoscaler().isPresent() && liveReplicas(canary.target()) > 0;
        if (isScaled) {
            return List.of();
        }
        var declared = Tree.number(standing.current().spec(), "replicas");
        return replicas(Math.max(1, declared.orElse(liveReplicas(canary.primary()))));
    }

    /** Nothing is scaled that is not there: a part of a Deployment is none. */
    private List<Manifest> replicas(long replicas) {
        return sight.of(canary.target()).isPresent()
                ? List.of(
                        Generated.part(
                                canary.target(), Map.of("spec", Map.of("replicas", replicas))))
                : List.of();
    }

    private long liveReplicas(ObjectRef deployment) {
        return sight.of(deployment).map(it -> DeploymentStatus.of(it).replicas()).orElse(0L);
    }

    private List<Manifest> autoscaler(Optional<Target> target) {
        return target
                .flatMap(Target::autoscaler)
                .map(content -> PrimaryAutoscaler.of(canary, content))
                .stream()
                .toList();
    }

    /**
     * The copies follow what is configured while that is what the primary is to run; otherwise they
     * stay what was promoted.
     */
    private List<Manifest> copies(Optional<Target> target) {
        return target.stream()
                .flatMap(
                        synced ->
                                synced.configs().stream()
                                        .filter(config -> isDue(config, synced.release())))
                .map(config -> config.copy(canary))
                .toList();
    }

    private boolean isDue(Config config, Release synced) {
        return synced.template().equals(standing.inForce().template())
                || sight.of(Config.copyOf(config.ref())).isEmpty();
    }
}
