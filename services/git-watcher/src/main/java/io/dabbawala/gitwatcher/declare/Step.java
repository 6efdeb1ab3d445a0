package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.Ingredient;
import io.dabbawala.gitwatcher.source.Snapshot;
import io.dabbawala.gitwatcher.watch.Refs;
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
            return around.sources()
                    .renderer()
                    .render(new Ingredients(application, this::snapshot).supported());
        } catch (UnreadableSource e) {
            return new Rendering.Failed(e.problem());
        }
    }

    /** The ids of everything its manifests are made of. */
    List<Map<String, String>> inputs() throws UnreadableSource {
        return ingredients().stream().map(around.sources().renderer()::inputs).toList();
    }

    private List<Ingredient> ingredients() throws UnreadableSource {
        return new Ingredients(application, this::snapshot).all();
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

    private UnreadableSource refused(String reason) {
        return new UnreadableSource(Problem.of(application.file(), reason));
    }
}
