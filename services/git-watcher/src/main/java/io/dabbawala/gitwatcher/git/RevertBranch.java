package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.declare.rollback.Revert;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Makes the commit that brings a folder back, and pushes it as a branch of its own. */
public final class RevertBranch {

    private static final String NAME = "Dabbawala";
    private static final String EMAIL = "dabbawala@localhost";

    private final Mirror mirror;
    private final JgitTransfer transfer;

    public RevertBranch(Mirror mirror, Access access, TransferLimits limits) {
        this.mirror = mirror;
        this.transfer = new JgitTransfer(mirror, access, limits);
    }

    /** The same commit for the same revert. Why it was not pushed; empty if it was, or is there. */
    public Optional<String> push(Revert revert) throws IOException {
        return transfer.push(commit(revert), revert.proposedBranch());
    }

    private ObjectId commit(Revert revert) throws IOException {
        var repository = mirror.repository();
        try (var walk = new RevWalk(repository);
                var inserter = repository.newObjectInserter()) {
            var head = walk.parseCommit(ObjectId.fromString(revert.head()));
            var good = walk.parseCommit(ObjectId.fromString(revert.to()));
            var files = DirCache.newInCore();
            var builder = files.builder();
            add(builder, repository, head.getTree(), revert.path(), false);
            add(builder, repository, good.getTree(), revert.path(), true);
            builder.finish();
            var when = Instant.ofEpochSecond(head.getCommitTime());
            var author = new PersonIdent(NAME, EMAIL, when, ZoneOffset.UTC);
            var commit = new CommitBuilder();
            commit.setTreeId(files.writeTree(inserter));
            commit.setParentId(head);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setMessage(revert.title() + "\n\n" + revert.text());
            var id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    /** What lies in the folder, or everything else. */
    private static void add(
            DirCacheBuilder builder,
            Repository repository,
            ObjectId tree,
            String folder,
            boolean inside)
            throws IOException {
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                var path = walk.getPathString();
                if (inside == (folder.isEmpty() || path.startsWith(folder + "/"))) {
                    var entry = new DirCacheEntry(walk.getRawPath());
                    entry.setFileMode(walk.getFileMode());
                    entry.setObjectId(walk.getObjectId(0));
                    builder.add(entry);
                }
            }
        }
    }
}
