package io.dabbawala.gitwatcher.declare.application;

import io.dabbawala.gitwatcher.declare.repository.Origin;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.BuildEnvironment;
import io.dabbawala.gitwatcher.source.Ingredient;
import io.dabbawala.gitwatcher.source.Snapshot;
import io.dabbawala.gitwatcher.source.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an application is rendered from. */
public record Ingredients(Application application, Places places) {

    /** Where each of its sources is. */
    @FunctionalInterface
    public interface Places {

        Snapshot of(Origin origin) throws UnreadableSource;
    }

    /** All of them, or why one is not rendered here. */
    public List<Ingredient> supported() throws UnreadableSource {
        for (var origin : application.rendered()) {
            if (origin.tool() instanceof Tool.Unsupported(var reason)) {
                throw refused(reason);
            }
        }
        return all();
    }

    public List<Ingredient> all() throws UnreadableSource {
        var references = new HashMap<String, Snapshot>();
        for (var origin : application.origins()) {
            if (!origin.ref().isEmpty()) {
                references.put(origin.ref(), places.of(origin));
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
        var snapshot = places.of(origin);
        var release =
                new Ingredient.Release(
                        application.name(), application.target().destination().namespace());
        return new Ingredient(
                snapshot,
                origin.path(),
                origin.tool(),
                release,
                references,
                environment(origin, snapshot.revision()));
    }

    private BuildEnvironment environment(Origin origin, String at) {
        var values = new HashMap<String, String>();
        values.put("ARGOCD_APP_NAME", application.name());
        values.put("ARGOCD_APP_NAMESPACE", application.target().destination().namespace());
        values.put("ARGOCD_APP_PROJECT_NAME", application.target().project());
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
