package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Directory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which tool a folder is for, if nothing is named: an overlay before a chart, else plain manifests.
 * The answer is kept by the folder's id, because each push asks for every application.
 */
final class Detection {

    private static final int KEPT = 20_000;
    private static final Tool PLAIN = new Tool.Plain(new Directory(false, "", ""));

    private final Map<String, Tool> known =
            new LinkedHashMap<>() {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Tool> eldest) {
                    return size() > KEPT;
                }
            };

    synchronized Ingredient of(Ingredient ingredient) {
        var folder = ingredient.snapshot().folderId(ingredient.path());
        return ingredient.with(
                folder.map(id -> known.computeIfAbsent(id, _ -> found(ingredient))).orElse(PLAIN));
    }

    private static Tool found(Ingredient ingredient) {
        var snapshot = ingredient.snapshot();
        if (Overlay.fileIn(snapshot, ingredient.path()).isPresent()) {
            return Kustomize.PLAIN;
        }
        var chart = FilePath.in(ingredient.path(), Chart.FILE);
        return snapshot.entry(chart).isPresent() ? Helm.PLAIN : PLAIN;
    }
}
