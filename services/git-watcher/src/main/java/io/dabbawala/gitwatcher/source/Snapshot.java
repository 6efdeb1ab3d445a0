package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.render.SourceTree;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.UnreadableSource;
import java.util.List;
import java.util.Optional;

/** A repository at one revision, and how much of it a program gets. */
public record Snapshot(SourceTree tree, String revision, CheckoutLimits limits) {

    public Snapshot(SourceTree tree, String revision) {
        this(tree, revision, CheckoutLimits.USUAL);
    }

    Snapshot within(CheckoutLimits others) {
        return new Snapshot(tree, revision, others);
    }

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
        var entries = tree.list(revision, path, limits.files() + 1);
        if (entries.size() > limits.files()) {
            throw new UnreadableSource(limits.tooManyFiles(path));
        }
        return entries;
    }
}
