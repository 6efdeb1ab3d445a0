package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.declare.application.Declaration;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.render.Limits;
import io.dabbawala.gitwatcher.render.Manifest;
import io.dabbawala.gitwatcher.render.ManifestFile;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The delivery folder at one revision. One bad file leaves the others readable.
 *
 * @param declared by key
 * @param unreadable by file
 * @param isListed false if not even the names could be read
 */
record Folder(
        Map<String, Declaration> declared, Map<String, Problem> unreadable, boolean isListed) {

    static final Folder EMPTY = new Folder(Map.of(), Map.of(), true);

    static Folder read(Source source, String revision, Limits limits) {
        var declared = new TreeMap<String, Declaration>();
        var unreadable = new TreeMap<String, Problem>();
        try {
            var path = source.folder().path();
            var files = Directory.EVERYTHING.choose(source.tree(), revision, path, limits);
            for (var file : files) {
                try {
                    declared.putAll(read(source, revision, file, limits, declared.keySet()));
                } catch (UnreadableSource e) {
                    unreadable.put(file.path(), e.problem());
                }
            }
            return new Folder(declared, unreadable, true);
        } catch (UnreadableSource e) {
            return new Folder(Map.of(), Map.of(source.folder().path(), e.problem()), false);
        }
    }

    private static Map<String, Declaration> read(
            Source source, String revision, TreeEntry file, Limits limits, Set<String> known)
            throws UnreadableSource {
        var found = new TreeMap<String, Declaration>();
        var admitted = Directory.admitted(file);
        for (var manifest : ManifestFile.read(source.tree(), admitted, limits)) {
            var one = declaration(manifest, source.name(), revision);
            if (one.name().isEmpty()) {
                throw refused(manifest, "a declaration needs a name");
            }
            if (known.contains(one.key()) || found.put(one.key(), one) != null) {
                throw refused(manifest, one.key() + " is declared twice");
            }
        }
        return found;
    }

    private static Declaration declaration(Manifest manifest, String repository, String revision) {
        var namespace = Declaration.usualNamespace(manifest.group());
        return Declaration.of(manifest, namespace, repository, revision);
    }

    private static UnreadableSource refused(Manifest manifest, String reason) {
        return new UnreadableSource(new Problem(manifest.file(), manifest.line(), 1, reason));
    }

    boolean isSameIn(Folder other, String key) {
        var here = declared.get(key);
        var there = other.declared.get(key);
        return here == null || there == null ? here == there : here.says(there);
    }

    List<Problem> problems() {
        return List.copyOf(unreadable.values());
    }
}
