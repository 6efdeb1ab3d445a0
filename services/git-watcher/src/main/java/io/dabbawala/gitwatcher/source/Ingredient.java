package io.dabbawala.gitwatcher.source;

import java.util.HashMap;
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

    Ingredient within(CheckoutLimits limits) {
        var bounded = new HashMap<String, Snapshot>();
        references.forEach((name, other) -> bounded.put(name, other.within(limits)));
        return new Ingredient(snapshot.within(limits), path, tool, release, bounded, environment);
    }

    Ingredient with(Tool other) {
        return new Ingredient(snapshot, path, other, release, references, environment);
    }
}
