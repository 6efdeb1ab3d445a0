package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.InMemoryGit;
import io.dabbawala.gitwatcher.PlainPrograms;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import java.util.List;
import java.util.Map;

/** A repository and a renderer, to write tests in few words. */
final class Kitchen {

    final InMemoryGit git = new InMemoryGit("shop");
    final PlainPrograms programs = new PlainPrograms();
    final Renderer renderer = new Renderer(programs);

    static String configMap(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n".formatted(name);
    }

    Rendering render(String path, Tool tool) {
        return renderer.render(List.of(ingredient(path, tool, Map.of())));
    }

    Problem problem(String path, Tool tool) {
        return switch (render(path, tool)) {
            case Rendering.Failed(var problem) -> problem;
            case Rendering.Rendered rendered -> throw new AssertionError(rendered.manifests());
        };
    }

    String manifests(String path, Tool tool) {
        return switch (render(path, tool)) {
            case Rendering.Rendered rendered -> rendered.manifests();
            case Rendering.Failed failed -> throw new AssertionError(failed.toString());
        };
    }

    /** The last job the programs were asked for. */
    Job job() {
        return programs.jobs().getLast();
    }

    Ingredient ingredient(String path, Tool tool, Map<String, Snapshot> references) {
        return new Ingredient(
                new Snapshot(git, git.push()),
                path,
                tool,
                new Ingredient.Release("web", "shop"),
                references,
                new BuildEnvironment(Map.of("ARGOCD_APP_NAME", "web")));
    }

    Map<String, String> inputs(String path, Tool tool) {
        return renderer.inputs(ingredient(path, tool, Map.of()));
    }
}
