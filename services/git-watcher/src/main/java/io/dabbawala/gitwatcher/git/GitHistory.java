package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.watch.Commit;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.Range;
import io.dabbawala.gitwatcher.watch.RefMove;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What happened between two commits of a mirror. */
final class GitHistory {

    private static final int SKIPPED = 1_000;
    private static final int PATHS = 1_000;
    private static final int MESSAGE = 16 << 10;
    private static final int NAME = 1 << 10;

    private final Mirror mirror;
    private final Signatures signatures;

    GitHistory(Mirror mirror, Signatures signatures) {
        this.mirror = mirror;
        this.signatures = signatures;
    }

    Optional<CommitSeen> describe(RefMove move) {
        try (var walk = new RevWalk(mirror.repository())) {
            var end = mirror.commit(walk, move.deletes() ? move.from() : move.to());
            if (end.isEmpty()) {
                return Optional.empty();
            }
            var range = move.deletes() ? Range.NOTHING : range(walk, move, end.get());
            return Optional.of(new CommitSeen(mirror.name(), move, commit(end.get()), range));
        } catch (IOException e) {
            throw new UncheckedIOException("describe %s of %s".formatted(move, mirror.name()), e);
        }
    }

    private Range range(RevWalk walk, RefMove move, RevCommit end) throws IOException {
        var start = move.creates() ? Optional.<RevCommit>empty() : mirror.commit(walk, move.from());
        if (start.isEmpty()) {
            var before = end.getParentCount() == 0 ? null : walk.parseCommit(end.getParent(0));
            var paths = changedPaths(Optional.ofNullable(before), end);
            return new Range(false, List.of(), cut(paths), paths.size() <= PATHS);
        }
        var forced = !walk.isMergedInto(start.get(), end);
        var paths = changedPaths(start, end);
        return new Range(
                forced, skipped(walk, start.get(), end), cut(paths), paths.size() <= PATHS);
    }

    private static List<String> cut(List<String> paths) {
        return paths.subList(0, Math.min(PATHS, paths.size()));
    }

    private static List<String> skipped(RevWalk walk, RevCommit start, RevCommit end)
            throws IOException {
        walk.reset();
        walk.markStart(end);
        walk.markUninteresting(start);
        var between = new ArrayList<String>();
        for (var commit = walk.next();
                commit != null && between.size() <= SKIPPED;
                commit = walk.next()) {
            if (!commit.equals(end)) {
                between.add(commit.name());
            }
        }
        return between;
    }

    private List<String> changedPaths(Optional<RevCommit> start, RevCommit end) throws IOException {
        var paths = new ArrayList<String>();
        try (var walk = new TreeWalk(mirror.repository())) {
            if (start.isPresent()) {
                walk.addTree(start.get().getTree());
            } else {
                walk.addTree(new EmptyTreeIterator());
            }
            walk.addTree(end.getTree());
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (paths.size() <= PATHS && walk.next()) {
                paths.add(walk.getPathString());
            }
        }
        return paths;
    }

    private Commit commit(RevCommit commit) throws IOException {
        PersonIdent author = commit.getAuthorIdent();
        return new Commit(
                commit.name(),
                cut(author.getName(), NAME),
                cut(author.getEmailAddress(), NAME),
                commit.getCommitterIdent().getWhenAsInstant(),
                cut(commit.getFullMessage(), MESSAGE),
                signatures.judge(mirror.repository(), commit, Instant.now()));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
