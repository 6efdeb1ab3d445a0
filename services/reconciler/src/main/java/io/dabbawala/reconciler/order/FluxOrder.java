package io.dabbawala.reconciler.order;

import io.dabbawala.reconciler.order.Placed.Item;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a Flux Kustomization: definitions of a cluster first, then classes, then the rest,
 * each stage once the one before is ready; what is left goes after everything was applied
 * (fluxcd/pkg ssa, manager_apply.go and sort.go). Waves of Argo CD do not matter.
 */
public final class FluxOrder {

    /** What is pruned comes here. */
    public static final long PRUNES = 3;

    private static final List<String> DEFINITIONS =
            List.of("CustomResourceDefinition", "Namespace", "ClusterRole");

    private static final List<String> FIRST =
            List.of(
                    "CustomResourceDefinition",
                    "Namespace",
                    "ClusterRole",
                    "ClusterClass",
                    "RuntimeClass",
                    "PriorityClass",
                    "StorageClass",
                    "VolumeSnapshotClass",
                    "IngressClass",
                    "GatewayClass",
                    "ClusterRoleBinding",
                    "ResourceQuota",
                    "ServiceAccount",
                    "Role",
                    "RoleBinding",
                    "ConfigMap",
                    "Secret",
                    "Service",
                    "LimitRange",
                    "Deployment",
                    "StatefulSet",
                    "CronJob",
                    "PodDisruptionBudget");
    private static final List<String> LAST =
            List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    private static final Comparator<Placed> WITHIN_A_STAGE =
            Comparator.<Placed>comparingInt(placed -> rank(placed.ref().kind()))
                    .thenComparing(placed -> placed.ref().group())
                    .thenComparing(placed -> placed.ref().kind())
                    .thenComparing(placed -> placed.ref().namespace())
                    .thenComparing(placed -> placed.ref().name());

    public static List<Placed> of(List<Placed> all) {
        return all.stream()
                .map(one -> one.inWave(stage(one)))
                .sorted(
                        Comparator.comparing(Placed::phase)
                                .thenComparingLong(Placed::wave)
                                .thenComparing(
                                        (one, other) ->
                                                one.item() instanceof Item.Left
                                                        ? WITHIN_A_STAGE.compare(other, one)
                                                        : WITHIN_A_STAGE.compare(one, other)))
                .toList();
    }

    /** All of it goes, and what came last goes first. */
    public static List<Placed> ofDeletion(List<Placed> left) {
        return left.stream()
                .map(one -> one.inWave(PRUNES))
                .sorted(WITHIN_A_STAGE.reversed())
                .toList();
    }

    private static long stage(Placed placed) {
        if (placed.item() instanceof Item.Left) {
            return PRUNES;
        }
        var kind = placed.ref().kind();
        if (DEFINITIONS.contains(kind)) {
            return 0;
        }
        return kind.endsWith("Class") ? 1 : 2;
    }

    private static int rank(String kind) {
        var first = FIRST.indexOf(kind);
        if (first >= 0) {
            return first;
        }
        return FIRST.size() + 1 + LAST.indexOf(kind);
    }

    private FluxOrder() {}
}
