package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.render.ManifestFile;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what files in a source's folder change about the source (mergeSourceParameters in Argo CD's
 * reposerver/repository), and which tool it is for if neither names one. The answer is kept by the
 * folder's id, as that of {@link Detection}.
 */
final class Overrides {

    private static final int KEPT = 20_000;

    private record Place(String folderId, Overridable source) {}

    private final Map<Place, Tool> known =
            new LinkedHashMap<>() {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Tool> eldest) {
                    return size() > KEPT;
                }
            };

    /** The tool after all files. */
    synchronized Tool of(Snapshot snapshot, String path, Overridable source)
            throws UnreadableSource {
        var folder = snapshot.folderId(path);
        if (folder.isEmpty()) {
            return source.declared();
        }
        var place = new Place(folder.get(), source);
        var answer = known.get(place);
        if (answer == null) {
            var named = read(snapshot, path, source);
            answer = named instanceof Tool.Detected ? Detection.found(snapshot, path) : named;
            known.put(place, answer);
        }
        return answer;
    }

    /** The same for whoever only asks what is read: what is wrong is told by the rendering. */
    Tool readable(Snapshot snapshot, String path, Overridable source) {
        try {
            return of(snapshot, path, source);
        } catch (UnreadableSource e) {
            return new Tool.Unsupported(e.problem().reason());
        }
    }

    private static Tool read(Snapshot snapshot, String path, Overridable source)
            throws UnreadableSource {
        var files =
                source.files().stream()
                        .map(names -> firstOf(snapshot, path, names))
                        .flatMap(Optional::stream)
                        .toList();
        if (files.isEmpty()) {
            return source.declared();
        }
        var merged = (ObjectNode) CanonicalJson.parse(source.source());
        for (var file : files) {
            merged = new ParameterMerge(file.path()).over(merged, written(snapshot, file));
        }
        var tool = SourceSpec.toolOf(merged);
        if (tool instanceof Tool.Unsupported(var reason)) {
            throw new UnreadableSource(Problem.of(files.getLast().path(), reason));
        }
        return tool;
    }

    private static Optional<TreeEntry> firstOf(Snapshot snapshot, String path, List<String> names) {
        return names.stream()
                .map(name -> snapshot.entry(FilePath.in(path, name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of several documents the first. */
    private static ObjectNode written(Snapshot snapshot, TreeEntry file) throws UnreadableSource {
        var documents = ManifestFile.documents(snapshot.tree(), Directory.admitted(file));
        if (!documents.isEmpty() && documents.getFirst().value() instanceof ObjectNode one) {
            return one;
        }
        throw new UnreadableSource(Problem.of(file.path(), "parameters of a source are an object"));
    }
}
