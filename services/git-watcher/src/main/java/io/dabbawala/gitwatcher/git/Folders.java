package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.render.Changes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The folders of a mirror by path. Those that were read last are kept: a thousand applications ask
 * for a thousand neighbours in the same folder.
 */
final class Folders {

    private static final int KEPT = 64;

    private final Mirror mirror;
    private final Map<ObjectId, Map<String, ObjectId>> read = new LastUsed<>();
    private final Map<String, ObjectId> roots = new LastUsed<>();

    Folders(Mirror mirror) {
        this.mirror = mirror;
    }

    /** The tree of that path at the revision. */
    synchronized Optional<ObjectId> at(String revision, String path) {
        var here = rootOf(revision);
        for (var name : names(path)) {
            here = here.flatMap(tree -> below(tree, name));
        }
        return here;
    }

    synchronized Changes changes(String revision, String other) {
        var here = rootOf(revision);
        var there = rootOf(other);
        if (here.isEmpty() || there.isEmpty()) {
            return Changes.EVERYWHERE;
        }
        var paths = new HashSet<String>();
        try (var walk = new TreeWalk(mirror.repository())) {
            walk.addTree(here.get());
            walk.addTree(there.get());
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                paths.add(walk.getPathString());
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "compare %s and %s of %s".formatted(revision, other, mirror.name()), e);
        }
        if (!paths.isEmpty()) {
            paths.add("");
        }
        return Changes.at(paths);
    }

    private static String[] names(String path) {
        return path.isEmpty() ? new String[0] : path.split("/");
    }

    private Optional<ObjectId> below(ObjectId tree, String name) {
        return Optional.ofNullable(read.computeIfAbsent(tree, this::folders).get(name));
    }

    private Map<String, ObjectId> folders(ObjectId tree) {
        var folders = new HashMap<String, ObjectId>();
        try (var walk = new TreeWalk(mirror.repository())) {
            walk.addTree(tree);
            while (walk.next()) {
                if (walk.getFileMode().equals(FileMode.TREE)) {
                    folders.put(walk.getNameString(), walk.getObjectId(0));
                }
            }
            return folders;
        } catch (IOException e) {
            throw new UncheckedIOException("read tree %s of %s".formatted(tree, mirror.name()), e);
        }
    }

    private Optional<ObjectId> rootOf(String revision) {
        if (!ObjectId.isId(revision)) {
            return Optional.empty();
        }
        var known = Optional.ofNullable(roots.get(revision)).or(() -> readRoot(revision));
        known.ifPresent(root -> roots.put(revision, root)); // what is not there yet may come
        return known;
    }

    private Optional<ObjectId> readRoot(String revision) {
        try (var walk = new RevWalk(mirror.repository())) {
            return mirror.commit(walk, revision).map(commit -> commit.getTree().getId());
        } catch (IOException e) {
            throw new UncheckedIOException("read %s of %s".formatted(revision, mirror.name()), e);
        }
    }

    private static final class LastUsed<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        LastUsed() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }
}
