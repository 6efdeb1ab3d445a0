package io.dabbawala.local.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /**
     * etcd, API server, controllers and simulated nodes from this folder.
     *
     * @param nodes 0 leaves the controllers out
     */
    record ControlPlane(Path programs, int nodes) implements ClusterChoice {

        private static final int NODES = 2;

        public ControlPlane(Path programs) {
            this(programs, NODES);
        }
    }

    /** The in-memory twin: nothing to install. */
    record Twin() implements ClusterChoice {}

    /** A given kubeconfig, else a control plane that is there, else the twin. */
    static ClusterChoice of(Optional<Path> kubeconfig) {
        return of(kubeconfig, programs());
    }

    static ClusterChoice of(Optional<Path> kubeconfig, Optional<Path> programs) {
        return kubeconfig
                .<ClusterChoice>map(Existing::new)
                .or(() -> programs.map(ControlPlane::new))
                .orElseGet(Twin::new);
    }

    /**
     * The folder with the control plane's programs: KUBEBUILDER_ASSETS, else where {@code dabba
     * control-plane} puts them.
     */
    static Optional<Path> programs() {
        return programs(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Optional<Path> programs(Map<String, String> environment, Path home) {
        return Optional.ofNullable(environment.get("KUBEBUILDER_ASSETS"))
                .map(Path::of)
                .or(() -> Optional.of(cacheFolder(environment, home)))
                .filter(
                        folder ->
                                PROGRAMS.stream()
                                        .allMatch(
                                                program ->
                                                        Files.isExecutable(
                                                                folder.resolve(program))));
    }

    private static Path cacheFolder(Map<String, String> environment, Path home) {
        var cache =
                Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                        .map(Path::of)
                        .orElseGet(() -> home.resolve(".cache"));
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
