package io.dabbawala.gitwatcher.git;

import java.io.IOException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.PackParser;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Whether all that the commits of a received pack need is there, before a ref moves to one of them.
 * Their parents were asked when they came, so only what differs from these is looked for: JGit
 * walks through the whole tree of every ref instead, at each fetch.
 */
record Connectivity(Repository repository) {

    /**
     * @throws MissingObjectException that names what the host left out
     */
    void check(PackParser pack) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            for (int i = 0; i < pack.getObjectCount(); i++) {
                var object = pack.getObject(i);
                switch (object.getType()) {
                    case Constants.OBJ_COMMIT -> check(walk.parseCommit(object), walk);
                    case Constants.OBJ_TAG -> walk.parseAny(walk.parseTag(object).getObject());
                    default -> {} // no ref points to it
                }
            }
        }
    }

    private static void check(RevCommit commit, RevWalk walk) throws IOException {
        try (var trees = new TreeWalk(walk.getObjectReader())) {
            for (var parent : commit.getParents()) {
                trees.addTree(walk.parseCommit(parent).getTree());
            }
            int own = trees.addTree(commit.getTree());
            if (own > 0) {
                trees.setFilter(TreeFilter.ANY_DIFF);
            }
            while (trees.next()) {
                if (isNew(trees, own)) {
                    check(trees, own);
                }
            }
        }
    }

    private static void check(TreeWalk trees, int own) throws IOException {
        var mode = trees.getFileMode(own);
        if (mode.equals(FileMode.TREE)) {
            trees.enterSubtree();
        } else if (!mode.equals(FileMode.GITLINK)
                && !trees.getObjectReader().has(trees.getObjectId(own))) {
            throw new MissingObjectException(trees.getObjectId(own), Constants.OBJ_BLOB);
        }
    }

    /** No parent has it there. */
    private static boolean isNew(TreeWalk trees, int own) {
        for (int parent = 0; parent < own; parent++) {
            if (trees.idEqual(parent, own) && trees.getRawMode(parent) != 0) {
                return false;
            }
        }
        return trees.getRawMode(own) != 0;
    }
}
