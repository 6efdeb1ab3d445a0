package io.dabbawala.gitwatcher.git;

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
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The trees of a mirror. */
public final class GitTree implements SourceTree {

    private final Mirror mirror;

    public GitTree(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public boolean has(String revision) {
        return rootOf(revision).isPresent();
    }

    @Override
    public Optional<String> treeId(String revision, String path) {
        return tree(revision, path).map(ObjectId::name);
    }

    @Override
    public List<TreeEntry> list(String revision, String path, int limit) {
        var tree = tree(revision, path);
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

    private Optional<ObjectId> tree(String revision, String path) {
        var root = rootOf(revision);
        if (root.isEmpty() || path.isEmpty()) {
            return root;
        }
        try (var walk = TreeWalk.forPath(mirror.repository(), path, root.get())) {
            return walk != null && walk.getFileMode().equals(FileMode.TREE)
                    ? Optional.of(walk.getObjectId(0))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("find %s in %s".formatted(path, mirror.name()), e);
        }
    }

    private Optional<ObjectId> rootOf(String revision) {
        if (!ObjectId.isId(revision)) {
            return Optional.empty();
        }
        try (var walk = new RevWalk(mirror.repository())) {
            return mirror.commit(walk, revision).map(commit -> commit.getTree().getId());
        } catch (IOException e) {
            throw new UncheckedIOException("read %s of %s".formatted(revision, mirror.name()), e);
        }
    }

    private static Kind kind(FileMode mode) {
        if (mode.equals(FileMode.GITLINK)) {
            return Kind.SUBMODULE;
        }
        return mode.equals(FileMode.SYMLINK) ? Kind.SYMLINK : Kind.FILE;
    }
}
