package io.dabbawala.reconciler.health.kstatus;

import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.current;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.failed;
import static io.dabbawala.reconciler.health.kstatus.ObjectStatus.inProgress;

import io.dabbawala.reconciler.health.Conditions;
import io.dabbawala.reconciler.health.Shape;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what speaks about an object, and asks it. */
public final class Kstatus {

    private static final StatusRule ALWAYS = (_, _) -> current("Resource is always ready");
    private static final Map<String, StatusRule> RULES =
            Map.ofEntries(
                    Map.entry("/ConfigMap", ALWAYS),
                    Map.entry("/Secret", ALWAYS),
                    Map.entry("batch/CronJob", ALWAYS),
                    Map.entry(
                            "policy/PodDisruptionBudget",
                            (_, _) -> current("AllowedDisruptions has been computed.")),
                    Map.entry("/Service", (service, _) -> ofService(service)),
                    Map.entry("/PersistentVolumeClaim", (claim, _) -> ofClaim(claim)),
                    Map.entry("/Pod", new PodStatus()),
                    Map.entry("batch/Job", (job, _) -> JobStatus.of(job)),
                    Map.entry("apps/Deployment", (one, _) -> DeploymentStatus.of(one)),
                    Map.entry("extensions/Deployment", (one, _) -> DeploymentStatus.of(one)),
                    Map.entry("apps/ReplicaSet", (one, _) -> ReplicaSetStatus.of(one)),
                    Map.entry("extensions/ReplicaSet", (one, _) -> ReplicaSetStatus.of(one)),
                    Map.entry("apps/StatefulSet", (one, _) -> StatefulSetStatus.of(one)),
                    Map.entry("apps/DaemonSet", (one, _) -> DaemonSetStatus.of(one)),
                    Map.entry("extensions/DaemonSet", (one, _) -> DaemonSetStatus.of(one)),
                    Map.entry(
                            "apiextensions.k8s.io/CustomResourceDefinition",
                            (one, _) -> ofDefinition(one)));

    /**
     * @param now an unschedulable pod is given 15 seconds from its creation
     */
    public static ObjectStatus of(LiveObject object, Instant now) {
        if (!Tree.text(object.content(), "metadata", "deletionTimestamp").isEmpty()) {
            return new ObjectStatus(
                    ObjectStatus.State.TERMINATING, "Resource scheduled for deletion");
        }
        var ref = object.ref();
        return GenerationStatus.of(object)
                .or(() -> Shape.CONDITIONS.problemOf(object.content()).map(ObjectStatus::unknown))
                .or(() -> ofStandardConditions(object))
                .or(
                        () ->
                                Optional.ofNullable(RULES.get(ref.group() + "/" + ref.kind()))
                                        .map(rule -> rule.of(object, now)))
                .orElseGet(() -> ofReadiness(object));
    }

    private static Optional<ObjectStatus> ofStandardConditions(LiveObject object) {
        return Conditions.of(object).stream()
                .filter(Conditions.Condition::isTrue)
                .filter(one -> Set.of("Reconciling", "Stalled").contains(one.type()))
                .findFirst()
                .map(
                        one ->
                                one.type().equals("Stalled")
                                        ? failed(one.message())
                                        : inProgress(one.message()));
    }

    /** What other controllers say of their objects. */
    private static ObjectStatus ofReadiness(LiveObject object) {
        return Conditions.of(object).stream()
                .filter(one -> one.type().equals("Ready"))
                .filter(one -> Set.of("True", "False", "Unknown").contains(one.status()))
                .findFirst()
                .map(one -> one.isTrue() ? current("Resource is Ready") : inProgress(one.message()))
                .orElseGet(() -> current("Resource is current"));
    }

    private static ObjectStatus ofService(LiveObject service) {
        return Tree.text(service.content(), "spec", "type").equals("LoadBalancer")
                        && Tree.text(service.content(), "spec", "clusterIP").isEmpty()
                ? inProgress("ClusterIP not set. Service type: LoadBalancer")
                : current("Service is ready");
    }

    private static ObjectStatus ofClaim(LiveObject claim) {
        var phase = Tree.at(claim.content(), "status", "phase").map(Object::toString);
        return phase.orElse("").equals("Bound")
                ? current("PVC is Bound")
                : inProgress("PVC is not Bound. phase: " + phase.orElse("unknown"));
    }

    private static ObjectStatus ofDefinition(LiveObject definition) {
        for (var one : Conditions.of(definition).all()) {
            if (one.type().equals("NamesAccepted") && one.isFalse()) {
                return failed(one.message());
            }
            if (one.type().equals("Established") && one.isTrue()) {
                return current("CRD is established");
            }
            if (one.type().equals("Established")
                    && one.isFalse()
                    && !one.reason().equals("Installing")) {
                return failed(one.message());
            }
        }
        return inProgress("Install in progress");
    }

    private Kstatus() {}
}
