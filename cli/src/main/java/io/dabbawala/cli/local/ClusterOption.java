package io.dabbawala.cli.local;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.local.cluster.ClusterChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which cluster to deliver to. */
final class ClusterOption {

    private static final class Choice {

        @Option(
                names = "--kubeconfig",
                paramLabel = "FILE",
                description = "The cluster of this kubeconfig.")
        private @Nullable Path kubeconfig;

        @Option(names = "--twin", description = "The in-memory twin: nothing to install.")
        private boolean twin;

        @Option(
                names = "--control-plane",
                description = "A real control plane with simulated nodes (dabba control-plane).")
        private boolean controlPlane;
    }

    @ArgGroup(exclusive = true)
    private @Nullable Choice choice;

    /** Without a wish: the control plane when it is there, else the twin. */
    ClusterChoice choice() {
        if (choice == null) {
            return ClusterChoice.of(Optional.empty());
        }
        if (choice.kubeconfig != null) {
            return existing(choice.kubeconfig);
        }
        return choice.twin ? new ClusterChoice.Twin() : controlPlane();
    }

    private static ClusterChoice existing(Path kubeconfig) {
        if (!Files.isReadable(kubeconfig)) {
            throw CommandFailed.input("kubeconfig %s cannot be read".formatted(kubeconfig));
        }
        return new ClusterChoice.Existing(kubeconfig.toAbsolutePath());
    }

    static ClusterChoice.ControlPlane controlPlane() {
        return ClusterChoice.programs()
                .map(ClusterChoice.ControlPlane::new)
                .orElseThrow(
                        () ->
                                CommandFailed.unavailable(
                                        "the programs of the control plane are not there; build them once with ./dabba control-plane"));
    }
}
