package io.dabbawala.gitwatcher.declare;

import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.render.Manifest;
import io.dabbawala.gitwatcher.render.ManifestFile;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.List;
import java.util.Map;
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

    static Folder read(Source source, String revision) {
        var declared = new TreeMap<String, Declaration>();
        var unreadable = new TreeMap<String, Problem>();
        try {
            var path = source.folder().path();
            for (var file : Directory.EVERYTHING.select(source.tree(), revision, path)) {
                read(source, revision, file, declared, unreadable);
            }
            return new Folder(declared, unreadable, true);
        } catch (UnreadableSource e) {
            return new Folder(Map.of(), Map.of(source.folder().path(), e.problem()), false);
        }
    }

    private static void read(
            Source source,
            String revision,
            TreeEntry file,
            Map<String, Declaration> declared,
            Map<String, Problem> unreadable) {
        try {
            var found = new TreeMap<String, Declaration>();
            for (var manifest : ManifestFile.read(source.tree(), file)) {
                var one = declaration(manifest, source.name(), revision);
                if (one.name().isEmpty()) {
                    unreadable.put(file.path(), problem(manifest, "a declaration needs a name"));
                    return;
                }
                if (declared.containsKey(one.key()) || found.put(one.key(), one) != null) {
                    unreadable.put(
                            file.path(), problem(manifest, one.key() + " is declared twice"));
                    return;
                }
            }
            declared.putAll(found);
        } catch (UnreadableSource e) {
            unreadable.put(file.path(), e.problem());
        }
    }

    private static Declaration declaration(Manifest manifest, String repository, String revision) {
        var namespace = Declaration.usualNamespace(manifest.group());
        return Declaration.of(manifest, namespace, repository, revision);
    }

    private static Problem problem(Manifest manifest, String reason) {
        return new Problem(manifest.file(), manifest.line(), 1, reason);
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
