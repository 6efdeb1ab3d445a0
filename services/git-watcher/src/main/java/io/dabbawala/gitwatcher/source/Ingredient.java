package io.dabbawala.gitwatcher.source;

import java.util.Map;

/**
 * One source of an application, at the revision it has.
 *
 * @param release what a chart is called if nothing else is said, and its namespace
 * @param references the repositories {@code $name/...} means in value files
 */
public record Ingredient(
        Snapshot snapshot,
        String path,
        Tool tool,
        Release release,
        Map<String, Snapshot> references,
        BuildEnvironment environment) {

    public record Release(String name, String namespace) {}

    public Ingredient {
        references = Map.copyOf(references);
    }

    Ingredient with(Tool other) {
        return new Ingredient(snapshot, path, other, release, references, environment);
    }
}
