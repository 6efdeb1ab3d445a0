package io.dabbawala.reconciler.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** In which order objects of one wave come, and in which wave an object is. */
public final class SyncOrder {

    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final String WEIGHT = "helm.sh/hook-weight";

    /** Kinds from first to last; all others follow. The group does not matter. */
    private static final List<String> KINDS =
            List.of(
                    "Namespace",
                    "NetworkPolicy",
                    "ResourceQuota",
                    "LimitRange",
                    "PodSecurityPolicy",
                    "PodDisruptionBudget",
                    "ServiceAccount",
                    "Secret",
                    "SecretList",
                    "ConfigMap",
                    "StorageClass",
                    "PersistentVolume",
                    "PersistentVolumeClaim",
                    "CustomResourceDefinition",
                    "ClusterRole",
                    "ClusterRoleList",
                    "ClusterRoleBinding",
                    "ClusterRoleBindingList",
                    "Role",
                    "RoleList",
                    "RoleBinding",
                    "RoleBindingList",
                    "Service",
                    "DaemonSet",
                    "Pod",
                    "ReplicationController",
                    "ReplicaSet",
                    "Deployment",
                    "HorizontalPodAutoscaler",
                    "StatefulSet",
                    "Job",
                    "CronJob",
                    "IngressClass",
                    "Ingress",
                    "APIService");

    private static final Comparator<Placed> ORDER =
            Comparator.comparingInt(Placed::wave)
                    .thenComparingInt(placed -> rankOf(placed.manifest().ref().kind()))
                    .thenComparing(placed -> placed.manifest().ref().name())
                    .thenComparing(placed -> placed.manifest().ref().namespace());

    /** A manifest in its wave. */
    public record Placed(int wave, Manifest manifest) {}

    /**
     * Everything in order. A namespace, and the definition of a kind, is pulled in front of the
     * first object that needs it, into that object's wave.
     */
    public static List<Placed> of(List<Manifest> manifests) {
        var sorted =
                new ArrayList<>(
                        manifests.stream()
                                .map(one -> new Placed(waveOf(one.content()), one))
                                .sorted(ORDER)
                                .toList());
        for (int from = 0; from < sorted.size(); from++) {
            var needed = sorted.get(from);
            for (int to = 0; to < from; to++) {
                if (needs(sorted.get(to).manifest(), needed.manifest())) {
                    sorted.remove(from);
                    sorted.add(to, new Placed(sorted.get(to).wave(), needed.manifest()));
                    break;
                }
            }
        }
        return List.copyOf(sorted);
    }

    static int waveOf(Map<String, Object> content) {
        var annotations = Tree.map(content, "metadata", "annotations");
        return integer(Tree.text(annotations, WAVE), integer(Tree.text(annotations, WEIGHT), 0));
    }

    static int rankOf(String kind) {
        int rank = KINDS.indexOf(kind);
        return rank < 0 ? KINDS.size() : rank;
    }

    private static boolean needs(Manifest manifest, Manifest needed) {
        if (needed.ref().isOfKind("", "Namespace")) {
            return manifest.ref().namespace().equals(needed.ref().name());
        }
        return needed.ref().kind().equals("CustomResourceDefinition")
                && manifest.ref()
                        .isOfKind(
                                Tree.text(needed.content(), "spec", "group"),
                                Tree.text(needed.content(), "spec", "names", "kind"));
    }

    private static int integer(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    private SyncOrder() {}
}
