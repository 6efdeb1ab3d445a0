package io.dabbawala.gitwatcher.declare;

import static java.util.stream.Collectors.joining;

import io.dabbawala.gitwatcher.declare.application.Application;
import io.dabbawala.gitwatcher.declare.application.Ingredients;
import io.dabbawala.gitwatcher.declare.application.Target;
import io.dabbawala.gitwatcher.declare.repository.Origin;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import io.dabbawala.gitwatcher.source.Ingredient;
import io.dabbawala.gitwatcher.source.Snapshot;
import io.dabbawala.gitwatcher.watch.Refs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An application at a revision. With sources at several places that names the commit of each, as
 * {@code first:second}; where it only names the first, the others are where their target revision
 * is.
 *
 * @param source where the first one is
 */
public record Step(Application application, Source source, String named, Surrounding around) {

    /** No name of a branch or tag has one. */
    private static final String AND = ":";

    /**
     * @param refs where the refs of a repository are
     */
    public record Surrounding(Sources sources, Function<Source, Refs> refs) {}

    Target target() {
        return application.target();
    }

    String repository() {
        return source.name();
    }

    /** Of the first source. */
    String revision() {
        return firstOf(named);
    }

    /** The commit of the first source. */
    static String firstOf(String revision) {
        return revision.split(AND, 2)[0];
    }

    /** The commits of all places its sources are at. */
    String revisions() {
        return Stream.concat(
                        Stream.of(revision()),
                        others().stream().flatMap(origin -> commitOf(origin).stream()))
                .collect(joining(AND));
    }

    /** One for each place that is not the first's. */
    private List<Origin> others() {
        var others = new ArrayList<Origin>();
        for (var origin : application.origins()) {
            if (!origin.isAtTheSamePlaceAs(application.origin())
                    && others.stream().noneMatch(origin::isAtTheSamePlaceAs)) {
                others.add(origin);
            }
        }
        return others;
    }

    private Optional<String> commitOf(Origin origin) {
        var place = others().stream().filter(origin::isAtTheSamePlaceAs).findFirst();
        var commits = named.split(AND);
        int at = 1 + place.map(others()::indexOf).orElse(-1);
        return at > 0 && at < commits.length
                ? Optional.of(commits[at])
                : around.sources()
                        .at(origin.url())
                        .flatMap(one -> around.refs().apply(one).resolve(origin.targetRevision()));
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
            return new Snapshot(source.tree(), revision());
        }
        var other =
                around.sources()
                        .at(origin.url())
                        .orElseThrow(() -> refused(Sources.unknown(origin)));
        var there = commitOf(origin).orElseThrow(() -> refused(Sources.unresolved(origin)));
        return new Snapshot(other.tree(), there);
    }

    private UnreadableSource refused(String reason) {
        return new UnreadableSource(Problem.of(application.file(), reason));
    }
}
