package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the files a source names: relative to its folder, with a slash in front to its repository,
 * with {@code $name/} in front to another source. They may be a pattern, and never leave Git.
 */
final class ValueFiles {

    /**
     * @param under the folder of the checkout it goes to
     */
    record Found(String under, Snapshot snapshot, TreeEntry entry) {}

    private record Place(String under, Snapshot snapshot, String path) {}

    private final Ingredient ingredient;

    ValueFiles(Ingredient ingredient) {
        this.ingredient = ingredient;
    }

    /** In the order of paths; none if there is none. */
    List<Found> find(String named) throws UnreadableSource {
        var place = place(ingredient.environment().expand(escaped(named)), named);
        var pattern = PathPattern.of(place.path());
        if (pattern.isEmpty()) {
            return place.snapshot().entry(place.path()).map(e -> found(place, e)).stream().toList();
        }
        return place.snapshot().below(pattern.get().folder()).stream()
                .filter(entry -> pattern.get().matches(entry.path()))
                .map(entry -> found(place, entry))
                .toList();
    }

    /** The ids of what is found now. */
    Map<String, String> ids(String named) {
        var ids = new TreeMap<String, String>();
        try {
            find(named).forEach(f -> ids.put(f.under() + ":" + f.entry().path(), f.entry().id()));
        } catch (UnreadableSource e) {
            ids.put(named, e.problem().reason());
        }
        return ids;
    }

    private static Found found(Place place, TreeEntry entry) {
        return new Found(place.under(), place.snapshot(), entry);
    }

    /** The name of a source is no variable. */
    private String escaped(String named) {
        return reference(named).isEmpty() ? named : "$" + named;
    }

    private String reference(String named) {
        var slash = named.indexOf('/');
        var name = slash > 1 && named.startsWith("$") ? named.substring(1, slash) : "";
        return ingredient.references().containsKey(name) ? name : "";
    }

    private Place place(String path, String named) throws UnreadableSource {
        if (path.contains("://")) {
            throw refused("%s is not fetched: value files come from Git".formatted(named));
        }
        var name = reference(path);
        if (!name.isEmpty()) {
            var snapshot = ingredient.references().get(name);
            return new Place(
                    "references/" + name, snapshot, in("", path.substring(name.length() + 2)));
        }
        if (named.startsWith("$")) {
            throw refused("no source has the ref of %s".formatted(named));
        }
        var folder = path.startsWith("/") ? "" : ingredient.path();
        return new Place(Checkout.SOURCE, ingredient.snapshot(), in(folder, path));
    }

    private String in(String folder, String path) throws UnreadableSource {
        return FilePath.resolve(folder, path)
                .orElseThrow(() -> refused("%s leaves the repository".formatted(path)));
    }

    private UnreadableSource refused(String reason) {
        return new UnreadableSource(Problem.of(ingredient.path(), reason));
    }
}
