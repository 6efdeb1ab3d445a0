package io.dabbawala.gitwatcher.render;

import java.util.List;
import java.util.Optional;

/** The trees of one repository, without a checkout. */
public interface SourceTree {

    boolean has(String revision);

    /** The id of the folder, which changes with anything below it; empty if there is none. */
    Optional<String> treeId(String revision, String path);

    /** Looks only as far down as the two revisions differ. */
    Changes changes(String revision, String other);

    /** The file, symlink or submodule of this path; empty if there is none, or a folder. */
    default Optional<TreeEntry> entry(String revision, String path) {
        var slash = path.lastIndexOf('/');
        var folder = slash < 0 ? "" : path.substring(0, slash);
        return list(revision, folder, Limits.USUAL.files()).stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst();
    }

    /** What is below the folder in the order of paths, at most {@code limit} entries. */
    List<TreeEntry> list(String revision, String path, int limit);

    /** The bytes of a file, cut off after {@code limit}. */
    byte[] read(TreeEntry entry, int limit);
}
