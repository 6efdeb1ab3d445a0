package io.dabbawala.reconciler.health;

import static java.util.Map.entry;

import io.dabbawala.reconciler.object.LiveObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the rule of a kind. The kinds, versions and words are those of Argo CD's health checks. */
final class BuiltInHealth {

    /**
     * @param versions those the rule is for; empty: all
     * @param called in messages
     */
    private record Known(HealthRule rule, Shape shape, String called, Set<String> versions) {}

    private static final Shape WORKLOAD =
            Shape.CONDITIONS.with(
                    "metadata.generation:int64",
                    "spec.replicas:int32",
                    "status.observedGeneration:int64",
                    "status.replicas:int32",
                    "status.updatedReplicas:int32",
                    "status.readyReplicas:int32",
                    "status.availableReplicas:int32");
    private static final Shape STATEFUL_SET =
            WORKLOAD.with(
                    "spec.updateStrategy.type:string",
                    "spec.updateStrategy.rollingUpdate.partition:int32",
                    "status.currentReplicas:int32",
                    "status.currentRevision:string",
                    "status.updateRevision:string");
    private static final Shape DAEMON_SET =
            Shape.of(
                    "metadata.generation:int64",
                    "spec.updateStrategy.type:string",
                    "status.observedGeneration:int64",
                    "status.desiredNumberScheduled:int32",
                    "status.updatedNumberScheduled:int32",
                    "status.numberAvailable:int32");
    private static final Shape POD =
            Shape.CONDITIONS.with(
                    "spec.restartPolicy:string",
                    "status.phase:string",
                    "status.message:string",
                    "status.initContainerStatuses[].state.terminated.exitCode:int32",
                    "status.containerStatuses[].state.terminated.exitCode:int32",
                    "status.containerStatuses[].state.waiting.reason:string",
                    "status.containerStatuses[].lastState.terminated.exitCode:int32");
    private static final Shape SERVICE =
            Shape.of("spec.type:string", "status.loadBalancer.ingress[].ip:string");
    private static final Shape PHASE = Shape.of("status.phase:string", "status.message:string");
    private static final Shape ANY = Shape.of();

    private static final Map<String, Known> RULES =
            Map.ofEntries(
                    entry(
                            "apps/Deployment",
                            typed(
                                    new DeploymentHealth(),
                                    WORKLOAD.with("spec.paused:bool"),
                                    "Deployment",
                                    "v1")),
                    entry(
                            "apps/StatefulSet",
                            typed(new StatefulSetHealth(), STATEFUL_SET, "StatefulSet", "v1")),
                    entry(
                            "apps/DaemonSet",
                            typed(new DaemonSetHealth(), DAEMON_SET, "DaemonSet", "v1")),
                    entry(
                            "apps/ReplicaSet",
                            typed(new ReplicaSetHealth(), WORKLOAD, "ReplicaSet", "v1")),
                    entry("/Pod", typed(new PodHealth(), POD, "Pod", "v1")),
                    entry(
                            "/PersistentVolumeClaim",
                            typed(
                                    new PersistentVolumeClaimHealth(),
                                    PHASE,
                                    "PersistentVolumeClaim",
                                    "v1")),
                    entry("/Service", typed(new ServiceHealth(), SERVICE, "Service", "v1")),
                    entry("networking.k8s.io/Ingress", of(new IngressHealth())),
                    entry("extensions/Ingress", of(new IngressHealth())),
                    entry("batch/Job", typed(new JobHealth(), Shape.CONDITIONS, "Job", "v1")),
                    entry("batch/CronJob", of(new CronJobHealth())),
                    entry(
                            "autoscaling/HorizontalPodAutoscaler",
                            typed(
                                    new HorizontalPodAutoscalerHealth(),
                                    Shape.CONDITIONS,
                                    "HPA",
                                    "v1",
                                    "v2",
                                    "v2beta1",
                                    "v2beta2")),
                    entry(
                            "apiregistration.k8s.io/APIService",
                            typed(
                                    new ApiServiceHealth(),
                                    Shape.CONDITIONS,
                                    "APIService",
                                    "v1",
                                    "v1beta1")),
                    entry(
                            "apiextensions.k8s.io/CustomResourceDefinition",
                            of(new CustomResourceDefinitionHealth())),
                    entry(
                            "argoproj.io/Workflow",
                            new Known(new WorkflowHealth(), PHASE, "argoworkflow", Set.of())),
                    entry("flagger.app/Canary", of(new CanaryHealth())));

    static Optional<Health> of(LiveObject object) {
        var ref = object.ref();
        return Optional.ofNullable(RULES.get(ref.group() + "/" + ref.kind()))
                .map(known -> of(object, known));
    }

    private static Health of(LiveObject object, Known known) {
        var ref = object.ref();
        if (!known.versions().isEmpty() && !known.versions().contains(ref.version())) {
            return Health.unknown(
                    "unsupported %s GVK: %s/%s, Kind=%s"
                            .formatted(known.called(), ref.group(), ref.version(), ref.kind()));
        }
        return known.shape()
                .problemOf(object.content())
                .map(
                        problem ->
                                Health.unknown(
                                        "failed to convert unstructured %s to typed: %s"
                                                .formatted(known.called(), problem)))
                .orElseGet(() -> known.rule().of(object));
    }

    private static Known typed(HealthRule rule, Shape shape, String called, String... versions) {
        return new Known(rule, shape, called, Set.of(versions));
    }

    private static Known of(HealthRule rule) {
        return new Known(rule, ANY, "", Set.of());
    }

    private BuiltInHealth() {}
}
