package io.dabbawala.gitwatcher.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import io.dabbawala.gitwatcher.source.BuildEnvironment;
import io.dabbawala.gitwatcher.source.Ingredient;
import io.dabbawala.gitwatcher.source.Renderer;
import io.dabbawala.gitwatcher.source.Snapshot;
import io.dabbawala.gitwatcher.source.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs themselves, on a repository in memory. */
final class RealPrograms {

    private static final Path UNPACKED = Path.of("target", "tools");

    final InMemoryGit git = new InMemoryGit("shop");
    private final Renderer renderer;

    RealPrograms(Tools tools, RenderLimits limits) {
        renderer = new Renderer(new ChildPrograms(tools, limits));
    }

    static Tools helm() {
        return new Tools(Optional.empty(), Optional.empty(), UNPACKED, "1.36.0");
    }

    /** kustomize or kubectl, of the PATH or beside the control plane's programs. */
    static Tools kustomize() {
        var cache = System.getProperty("user.home") + "/.cache/dabbawala/control-plane-1.36.3";
        var folder = Optional.ofNullable(System.getenv("KUBEBUILDER_ASSETS")).orElse(cache);
        var beside = Optional.of(Path.of(folder, "kubectl")).filter(Files::isExecutable);
        var tools = new Tools(Optional.empty(), beside, UNPACKED, "1.36.0");
        assumeTrue(
                tools.kustomizeCommand().isPresent(),
                "overlays are not rendered: neither kustomize nor kubectl is on the PATH or in"
                        + " KUBEBUILDER_ASSETS; ./dabba control-plane builds kubectl");
        return tools;
    }

    String manifests(String path, Tool tool) {
        return switch (render(path, tool)) {
            case Rendering.Rendered rendered -> rendered.manifests();
            case Rendering.Failed failed -> throw new AssertionError(failed.toString());
        };
    }

    Problem problem(String path, Tool tool) {
        return switch (render(path, tool)) {
            case Rendering.Failed(var problem) -> problem;
            case Rendering.Rendered rendered -> throw new AssertionError(rendered.manifests());
        };
    }

    private Rendering render(String path, Tool tool) {
        return renderer.render(
                List.of(
                        new Ingredient(
                                new Snapshot(git, git.push()),
                                path,
                                tool,
                                new Ingredient.Release("web", "shop"),
                                Map.of(),
                                BuildEnvironment.NONE)));
    }
}
