package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.BuildEnvironment;
import io.dabbawala.gitwatcher.source.Ingredient;
import io.dabbawala.gitwatcher.source.Snapshot;
import io.dabbawala.gitwatcher.source.Tool;
import io.dabbawala.gitwatcher.watch.Refs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An application at a revision of its first source. Other sources are where their target revision
 * is.
 *
 * @param source where the first one is
 */
record Step(Application application, Source source, String revision, Surrounding around) {

    /**
     * @param refs where the refs of a repository are
     */
    record Surrounding(Sources sources, Function<Source, Refs> refs) {}

    Target target() {
        return application.target();
    }

    String repository() {
        return source.name();
    }

    Step at(String otherRevision) {
        return new Step(application, source, otherRevision, around);
    }

    Rendering render() {
        try {
            for (var origin : application.rendered()) {
                if (origin.tool() instanceof Tool.Unsupported(var reason)) {
                    throw refused(reason);
                }
            }
            return around.sources().renderer().render(ingredients());
        } catch (UnreadableSource e) {
            return new Rendering.Failed(e.problem());
        }
    }

    /** The ids of everything its manifests are made of. */
    List<Map<String, String>> inputs() throws UnreadableSource {
        return ingredients().stream().map(around.sources().renderer()::inputs).toList();
    }

    private List<Ingredient> ingredients() throws UnreadableSource {
        var references = new HashMap<String, Snapshot>();
        for (var origin : application.origins()) {
            if (!origin.ref().isEmpty()) {
                references.put(origin.ref(), snapshot(origin));
            }
        }
        var rendered = application.rendered();
        if (rendered.isEmpty()) {
            throw refused("no source has a path");
        }
        var ingredients = new ArrayList<Ingredient>();
        for (var origin : rendered) {
            ingredients.add(ingredient(origin, references));
        }
        return ingredients;
    }

    private Ingredient ingredient(Origin origin, Map<String, Snapshot> references)
            throws UnreadableSource {
        var snapshot = snapshot(origin);
        var release =
                new Ingredient.Release(application.name(), target().destination().namespace());
        return new Ingredient(
                snapshot,
                origin.path(),
                origin.tool(),
                release,
                references,
                environment(origin, snapshot.revision()));
    }

    private Snapshot snapshot(Origin origin) throws UnreadableSource {
        if (origin.isAtTheSamePlaceAs(application.origin())) {
            return new Snapshot(source.tree(), revision);
        }
        var other =
                around.sources()
                        .at(origin.url())
                        .orElseThrow(() -> refused(Sources.unknown(origin)));
        var there =
                around.refs()
                        .apply(other)
                        .resolve(origin.targetRevision())
                        .orElseThrow(() -> refused(Sources.unresolved(origin)));
        return new Snapshot(other.tree(), there);
    }

    private BuildEnvironment environment(Origin origin, String at) {
        var values = new HashMap<String, String>();
        values.put("ARGOCD_APP_NAME", application.name());
        values.put("ARGOCD_APP_NAMESPACE", target().destination().namespace());
        values.put("ARGOCD_APP_PROJECT_NAME", target().project());
        values.put("ARGOCD_APP_REVISION", at);
        values.put("ARGOCD_APP_REVISION_SHORT", at.substring(0, Math.min(7, at.length())));
        values.put("ARGOCD_APP_REVISION_SHORT_8", at.substring(0, Math.min(8, at.length())));
        values.put("ARGOCD_APP_SOURCE_PATH", origin.path());
        values.put("ARGOCD_APP_SOURCE_REPO_URL", origin.url().value());
        values.put("ARGOCD_APP_SOURCE_TARGET_REVISION", origin.targetRevision());
        return new BuildEnvironment(values);
    }

    private UnreadableSource refused(String reason) {
        return new UnreadableSource(Problem.of(application.file(), reason));
    }
}
