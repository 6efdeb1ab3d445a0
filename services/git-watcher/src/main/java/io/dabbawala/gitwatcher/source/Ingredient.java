package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Directory;
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

    private static final Directory FLAT = new Directory(false, "", "");

    public record Release(String name, String namespace) {}

    public Ingredient {
        references = Map.copyOf(references);
    }

    /** With the tool the folder is for: an overlay before a chart, else a folder of manifests. */
    Ingredient detected() {
        var isChart = snapshot.entry(FilePath.in(path, Chart.FILE)).isPresent();
        var found =
                Overlay.fileIn(snapshot, path).isPresent()
                        ? Kustomize.PLAIN
                        : isChart ? Helm.PLAIN : new Tool.Plain(FLAT);
        return new Ingredient(snapshot, path, found, release, references, environment);
    }
}
