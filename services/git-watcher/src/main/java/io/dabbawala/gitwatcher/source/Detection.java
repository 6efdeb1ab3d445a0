package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Directory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which tool a folder is for, if nothing is named: an overlay before a chart, else plain manifests.
 * The answer is kept by the folder's id: every push asks for each overlay, and the first one after
 * a start for every application.
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

    synchronized Tool of(Snapshot snapshot, String path) {
        return snapshot.folderId(path)
                .map(id -> known.computeIfAbsent(id, _ -> found(snapshot, path)))
                .orElse(PLAIN);
    }

    static Tool found(Snapshot snapshot, String path) {
        if (Overlay.fileIn(snapshot, path).isPresent()) {
            return Kustomize.PLAIN;
        }
        var chart = FilePath.in(path, Chart.FILE);
        return snapshot.entry(chart).isPresent() ? Helm.PLAIN : PLAIN;
    }
}
