package io.dabbawala.reconciler;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "reconciler")
public interface ReconcilerConfig {

    /** How to reach the cluster; absent: the one this process runs in. */
    Optional<Path> kubeconfig();

    /**
     * What events and {@code destination.name} call the cluster; applications for others are not
     * ours.
     */
    @WithDefault("in-cluster")
    String cluster();

    /**
     * What {@code destination.server} calls the cluster. The group whose list has the default also
     * takes what names no cluster, and tells of destinations that are nobody's.
     */
    @WithDefault("https://kubernetes.default.svc")
    Set<String> clusterAddresses();

    /** Names and addresses of the clusters that other groups of reconcilers deliver to. */
    Optional<Set<String>> otherClusters();

    /**
     * PEM with the gate's public key, or several while they are exchanged; read when it changes.
     */
    Path gatePublicKeyFile();

    /**
     * A folder of Argo CD's health customisations, as {@code GROUP/KIND/health.lua}; each is read
     * when its kind first appears. Absent: the built-in rules alone.
     */
    Optional<Path> healthScripts();

    /**
     * A file with the ConfigMap argocd-cm of the Argo CD that was here before, as it is: its way of
     * tracking, instance label and installation id, what it ignores in every application, its
     * resource.compareoptions, the types of fields it knows, the kinds it looks at
     * (resource.exclusions, resource.inclusions) and its health customisations, which come before
     * those of the folder; read at the start. Absent: Argo CD's defaults, but for the rules of
     * aggregated roles, which are not compared, and every kind.
     */
    Optional<Path> argoSettings();

    /** How often every application is compared anew although nothing happened. */
    @WithDefault("PT3M")
    Duration resyncInterval();

    /** How long a watch is believed without listing again. */
    @WithDefault("PT10M")
    Duration relistInterval();

    /** How many applications are compared and synced at the same time. */
    @WithDefault("16")
    int concurrentApplications();

    /** How long a hook may run unless its annotation dabbawala.io/hook-deadline says otherwise. */
    @WithDefault("PT30M")
    Duration hookDeadline();

    /** How long a sync may take before it is given up; zero: as long as it likes. */
    @WithDefault("PT0S")
    Duration syncTimeout();

    /** Kinds in which objects to prune are looked for even if nothing declares one. */
    @WithDefault(
            "v1/Namespace,v1/ServiceAccount,v1/Secret,v1/ConfigMap,v1/PersistentVolumeClaim,"
                    + "v1/Service,v1/ResourceQuota,v1/LimitRange,apps/v1/Deployment,"
                    + "apps/v1/StatefulSet,apps/v1/DaemonSet,batch/v1/Job,batch/v1/CronJob,"
                    + "networking.k8s.io/v1/Ingress,networking.k8s.io/v1/NetworkPolicy,"
                    + "policy/v1/PodDisruptionBudget,autoscaling/v2/HorizontalPodAutoscaler,"
                    + "rbac.authorization.k8s.io/v1/Role,rbac.authorization.k8s.io/v1/RoleBinding,"
                    + "rbac.authorization.k8s.io/v1/ClusterRole,"
                    + "rbac.authorization.k8s.io/v1/ClusterRoleBinding,"
                    + "gateway.networking.k8s.io/v1/HTTPRoute")
    List<String> watchedKinds();
}
