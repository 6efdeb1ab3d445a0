package io.dabbawala.gitwatcher.render;

/**
 * One name in a Git tree.
 *
 * @param path from the root of the repository
 * @param id of the blob, the same for the same bytes
 */
public record TreeEntry(String path, Kind kind, String id) {

    public enum Kind {
        FILE,
        SYMLINK,
        SUBMODULE
    }
}
