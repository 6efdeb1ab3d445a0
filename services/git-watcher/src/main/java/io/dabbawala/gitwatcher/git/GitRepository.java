package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.HostAnswer;
import io.dabbawala.gitwatcher.watch.RefMove;
import io.dabbawala.gitwatcher.watch.Refs;
import io.dabbawala.gitwatcher.watch.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;

/** A repository that is fetched into a mirror. */
public final class GitRepository implements Repository {

    private static final String RECORDED = "refs/recorded/";
    private static final List<RefSpec> EVERYTHING =
            List.of(
                    new RefSpec("+refs/heads/*:refs/heads/*"),
                    new RefSpec("+refs/tags/*:refs/tags/*"));
    private static final int IDLE_SECONDS = 30;
    private static final Duration LONGEST_FETCH = Duration.ofMinutes(5);

    private final Mirror mirror;

    public GitRepository(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public HostAnswer advertised() {
        try {
            return new HostAnswer.Answered(
                    refs(
                            Git.lsRemoteRepository()
                                    .setRemote(mirror.url())
                                    .setTimeout(IDLE_SECONDS)
                                    .call()));
        } catch (GitAPIException | JGitInternalException e) {
            return new HostAnswer.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public HostAnswer fetch() {
        try (var git = Git.wrap(mirror.repository())) {
            var result =
                    git.fetch()
                            .setRemote(mirror.url())
                            .setRefSpecs(EVERYTHING)
                            .setRemoveDeletedRefs(true)
                            .setTagOpt(TagOpt.NO_TAGS)
                            .setCheckFetchedObjects(true)
                            .setTimeout(IDLE_SECONDS)
                            .setProgressMonitor(new Deadline(LONGEST_FETCH))
                            .call();
            return new HostAnswer.Answered(refs(result.getAdvertisedRefs()));
        } catch (GitAPIException | JGitInternalException e) {
            return new HostAnswer.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Refs recorded() {
        try {
            var byName = new TreeMap<String, String>();
            for (var ref : mirror.repository().getRefDatabase().getRefsByPrefix(RECORDED)) {
                byName.put(watched(ref.getName()), ref.getObjectId().name());
            }
            return new Refs(byName);
        } catch (IOException e) {
            throw new UncheckedIOException("read what is recorded of " + mirror.name(), e);
        }
    }

    @Override
    public void record(Refs refs) {
        try (var walk = new RevWalk(mirror.repository())) {
            var update = mirror.repository().getRefDatabase().newBatchUpdate();
            update.setAllowNonFastForwards(true);
            update.setRefLogMessage("said", false);
            for (var move : recorded().differencesTo(refs)) {
                update.addCommand(
                        new ReceiveCommand(
                                id(move.from()), id(move.to()), recordedName(move.ref())));
            }
            update.execute(walk, NullProgressMonitor.INSTANCE);
            for (var command : update.getCommands()) {
                if (command.getResult() != ReceiveCommand.Result.OK) {
                    throw new IllegalStateException(
                            "record %s of %s: %s %s"
                                    .formatted(
                                            command.getRefName(),
                                            mirror.name(),
                                            command.getResult(),
                                            command.getMessage()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("record the refs of " + mirror.name(), e);
        }
    }

    @Override
    public Optional<CommitSeen> describe(RefMove move) {
        return new GitHistory(mirror).describe(move);
    }

    private static ObjectId id(String revision) {
        return revision.isEmpty() ? ObjectId.zeroId() : ObjectId.fromString(revision);
    }

    /** refs/heads/main is recorded as refs/recorded/heads/main. */
    private static String recordedName(String name) {
        return RECORDED + (name.equals(Refs.HEAD) ? name : name.substring("refs/".length()));
    }

    private static String watched(String recordedName) {
        var name = recordedName.substring(RECORDED.length());
        return name.equals(Refs.HEAD) ? name : "refs/" + name;
    }

    /** Branches, tags and HEAD; an annotated tag counts as the commit it names. */
    private static Refs refs(Collection<Ref> advertised) {
        var byName = new TreeMap<String, String>();
        for (var ref : advertised) {
            var name = ref.getName();
            if (name.equals(Refs.HEAD)
                    || name.startsWith("refs/heads/")
                    || name.startsWith("refs/tags/")) {
                var id =
                        ref.getPeeledObjectId() == null
                                ? ref.getObjectId()
                                : ref.getPeeledObjectId();
                if (id != null) {
                    byName.put(name, id.name());
                }
            }
        }
        return new Refs(byName);
    }
}
