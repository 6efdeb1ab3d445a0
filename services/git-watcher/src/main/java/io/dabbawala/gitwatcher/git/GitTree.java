package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.render.Changes;
import io.dabbawala.gitwatcher.render.SourceTree;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.render.TreeEntry.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The trees of a mirror. */
public final class GitTree implements SourceTree {

    private final Mirror mirror;
    private final Folders folders;

    public GitTree(Mirror mirror) {
        this.mirror = mirror;
        this.folders = new Folders(mirror);
    }

    @Override
    public boolean has(String revision) {
        return folders.at(revision, "").isPresent();
    }

    @Override
    public Optional<String> treeId(String revision, String path) {
        return folders.at(revision, path).map(ObjectId::name);
    }

    @Override
    public Changes changes(String revision, String other) {
        return folders.changes(revision, other);
    }

    @Override
    public Optional<TreeEntry> entry(String revision, String path) {
        var slash = path.lastIndexOf('/');
        var folder = folders.at(revision, slash < 0 ? "" : path.substring(0, slash));
        if (folder.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        var name = path.substring(slash + 1);
        try (var walk = TreeWalk.forPath(mirror.repository(), name, folder.get())) {
            return walk == null || walk.getFileMode().equals(FileMode.TREE)
                    ? Optional.empty()
                    : Optional.of(
                            new TreeEntry(
                                    path, kind(walk.getFileMode()), walk.getObjectId(0).name()));
        } catch (IOException e) {
            throw new UncheckedIOException("find %s in %s".formatted(path, mirror.name()), e);
        }
    }

    @Override
    public List<TreeEntry> list(String revision, String path, int limit) {
        var tree = folders.at(revision, path);
        var entries = new ArrayList<TreeEntry>();
        if (tree.isEmpty()) {
            return entries;
        }
        var prefix = path.isEmpty() ? "" : path + "/";
        try (var walk = new TreeWalk(mirror.repository())) {
            walk.addTree(tree.get());
            walk.setRecursive(true);
            while (entries.size() < limit && walk.next()) {
                entries.add(
                        new TreeEntry(
                                prefix + walk.getPathString(),
                                kind(walk.getFileMode()),
                                walk.getObjectId(0).name()));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("list %s of %s".formatted(path, mirror.name()), e);
        }
    }

    @Override
    public byte[] read(TreeEntry entry, int limit) {
        try (var reader = mirror.repository().newObjectReader();
                var bytes = reader.open(ObjectId.fromString(entry.id())).openStream()) {
            return bytes.readNBytes(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "read %s of %s".formatted(entry.path(), mirror.name()), e);
        }
    }

    private static Kind kind(FileMode mode) {
        if (mode.equals(FileMode.GITLINK)) {
            return Kind.SUBMODULE;
        }
        return mode.equals(FileMode.SYMLINK) ? Kind.SYMLINK : Kind.FILE;
    }
}
