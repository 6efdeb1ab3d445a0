package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.SourceTree;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.List;
import java.util.Optional;

/** A repository at one revision. */
public record Snapshot(SourceTree tree, String revision) {

    private static final int FILES = 10_000;

    Optional<String> folderId(String path) {
        return tree.treeId(revision, path);
    }

    /** What has exactly this name and is no folder. */
    Optional<TreeEntry> entry(String path) {
        return tree.entry(revision, path);
    }

    /** The id of a file or a folder; empty if there is neither. */
    String idOf(String path) {
        return folderId(path).or(() -> entry(path).map(TreeEntry::id)).orElse("");
    }

    List<TreeEntry> below(String path) throws UnreadableSource {
        var entries = tree.list(revision, path, FILES + 1);
        if (entries.size() > FILES) {
            throw new UnreadableSource(
                    Problem.of(path, "more than %d files to render from".formatted(FILES)));
        }
        return entries;
    }
}
