package io.dabbawala.local.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which cluster to deliver to. */
public sealed interface ClusterChoice {

    String CONTROL_PLANE_VERSION = "1.36.3";
    List<String> PROGRAMS =
            List.of(
                    "etcd",
                    "kube-apiserver",
                    "kube-controller-manager",
                    "kube-scheduler",
                    "kubectl",
                    "kwok");

    /** Somebody's cluster, by its kubeconfig. */
    record Existing(Path kubeconfig) implements ClusterChoice {}

    /** etcd, API server, controllers and simulated nodes from this folder. */
    record ControlPlane(Path programs) implements ClusterChoice {}

    /** The in-memory twin: nothing to install. */
    record Twin() implements ClusterChoice {}

    /** A given kubeconfig, else a control plane that is there, else the twin. */
    static ClusterChoice of(Optional<Path> kubeconfig) {
        return kubeconfig
                .<ClusterChoice>map(Existing::new)
                .orElseGet(
                        () ->
                                programs()
                                        .<ClusterChoice>map(ControlPlane::new)
                                        .orElseGet(Twin::new));
    }

    /**
     * The folder with the control plane's programs: KUBEBUILDER_ASSETS, else where {@code dabba
     * control-plane} puts them.
     */
    static Optional<Path> programs() {
        return Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS"))
                .map(Path::of)
                .or(() -> Optional.of(cacheFolder()))
                .filter(
                        folder ->
                                PROGRAMS.stream()
                                        .allMatch(
                                                program ->
                                                        Files.isExecutable(
                                                                folder.resolve(program))));
    }

    static Path cacheFolder() {
        var cache =
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return cache.resolve("dabbawala").resolve("control-plane-" + CONTROL_PLANE_VERSION);
    }

    /** One line for people: what it is, and what else there is. */
    default String description() {
        return switch (this) {
            case Existing(var kubeconfig) -> "the cluster of " + kubeconfig;
            case ControlPlane _ ->
                    "a real Kubernetes "
                            + CONTROL_PLANE_VERSION
                            + " control plane with simulated nodes"
                            + " (others: --kubeconfig FILE, --twin)";
            case Twin _ ->
                    "the in-memory twin of the Kubernetes API"
                            + " (others: --kubeconfig FILE, a real control plane after ./dabba control-plane)";
        };
    }
}
