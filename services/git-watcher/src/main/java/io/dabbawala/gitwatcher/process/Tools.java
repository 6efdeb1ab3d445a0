package io.dabbawala.gitwatcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the programs are.
 *
 * @param helm the {@code helm} program; if empty, the one that is part of Dabbawala
 * @param kustomize {@code kustomize} or {@code kubectl}; if empty, the first on the PATH
 * @param library where the Helm that is part of Dabbawala is unpacked
 * @param kubeVersion what charts see if nothing else is said
 */
public record Tools(
        Optional<Path> helm, Optional<Path> kustomize, Path library, String kubeVersion) {

    static final String NO_KUSTOMIZE =
            "neither kustomize nor kubectl is on the PATH: install one of them, or name it with"
                    + " git-watcher.rendering.kustomize";

    static final String NO_PROGRAM =
            "%s is no program: name kustomize or kubectl with git-watcher.rendering.kustomize";

    /** The command that builds an overlay, without its folder; empty if there is none. */
    Optional<List<String>> kustomizeCommand() {
        return kustomize
                .or(() -> Fence.onPath("kustomize"))
                .or(() -> Fence.onPath("kubectl"))
                .map(
                        program ->
                                List.of(
                                        program.toString(),
                                        program.getFileName().toString().startsWith("kubectl")
                                                ? "kustomize"
                                                : "build"));
    }
}
