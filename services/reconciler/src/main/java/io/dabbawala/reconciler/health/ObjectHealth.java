package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.plan.LiveObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the rule of a kind. */
public final class ObjectHealth {

    private record Known(Set<String> versions, HealthRule rule) {}

    private static final Map<String, Known> RULES =
            Map.ofEntries(
                    rule("apps/Deployment", new DeploymentHealth(), "v1"),
                    rule("apps/StatefulSet", new StatefulSetHealth(), "v1"),
                    rule("apps/DaemonSet", new DaemonSetHealth(), "v1"),
                    rule("apps/ReplicaSet", new ReplicaSetHealth(), "v1"),
                    rule("/Pod", new PodHealth(), "v1"),
                    rule("/PersistentVolumeClaim", new PersistentVolumeClaimHealth(), "v1"),
                    rule("/Service", new ServiceHealth(), "v1"),
                    rule("networking.k8s.io/Ingress", new IngressHealth(), "v1", "v1beta1"),
                    rule("extensions/Ingress", new IngressHealth(), "v1beta1"),
                    rule("batch/Job", new JobHealth(), "v1"),
                    rule("batch/CronJob", new CronJobHealth(), "v1", "v1beta1"),
                    rule(
                            "autoscaling/HorizontalPodAutoscaler",
                            new HorizontalPodAutoscalerHealth(),
                            "v1",
                            "v2"),
                    rule(
                            "apiregistration.k8s.io/APIService",
                            new ApiServiceHealth(),
                            "v1",
                            "v1beta1"),
                    rule(
                            "apiextensions.k8s.io/CustomResourceDefinition",
                            new CustomResourceDefinitionHealth(),
                            "v1",
                            "v1beta1"),
                    rule("argoproj.io/Workflow", new WorkflowHealth(), "v1alpha1"),
                    rule("flagger.app/Canary", new CanaryHealth(), "v1beta1"));

    /** Empty if nobody has an opinion about this kind. */
    public static Optional<Health> of(LiveObject object) {
        if (object.isTerminating()) {
            return Optional.of(Health.progressing("Pending deletion"));
        }
        var ref = object.ref();
        return Optional.ofNullable(RULES.get(ref.group() + "/" + ref.kind()))
                .map(
                        known ->
                                known.versions().contains(ref.version())
                                        ? known.rule().of(object)
                                        : Health.unknown(
                                                "unsupported version of %s: %s"
                                                        .formatted(ref.kind(), ref.apiVersion())));
    }

    private static Map.Entry<String, Known> rule(
            String groupAndKind, HealthRule rule, String... versions) {
        return Map.entry(groupAndKind, new Known(Set.of(versions), rule));
    }

    private ObjectHealth() {}
}
