package io.dabbawala.gitwatcher.git;

import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.gitwatcher.watch.HostAnswer;
import io.dabbawala.gitwatcher.watch.RefMove;
import io.dabbawala.gitwatcher.watch.Refs;
import io.dabbawala.gitwatcher.watch.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;

/** A repository that is fetched into a mirror. */
public final class GitRepository implements Repository {

    private static final String RECORDED = "refs/recorded/";
    private final Mirror mirror;
    private final Transfer transfer;
    private final Signatures signatures;

    public GitRepository(Mirror mirror, Transfer transfer, Signatures signatures) {
        this.mirror = mirror;
        this.transfer = transfer;
        this.signatures = signatures;
    }

    @Override
    public HostAnswer advertised() {
        return transfer.advertised();
    }

    @Override
    public HostAnswer fetch() {
        return transfer.fetch();
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
        return new GitHistory(mirror, signatures).describe(move);
    }

    @Override
    public void maintain(Instant now) {
        transfer.packing(() -> new Maintenance(mirror).run(now));
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
}
