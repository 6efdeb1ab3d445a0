package io.dabbawala.gitwatcher.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A bare repository on disk that follows another one. */
public record Mirror(String name, String url, Repository repository) implements AutoCloseable {

    private static final String NEVER = "never";

    /** Opens the mirror of that name below the directory, or starts an empty one. */
    public static Mirror open(Path directory, String name, String url) {
        return open(directory, name, url, TransferLimits.USUAL);
    }

    public static Mirror open(Path directory, String name, String url, TransferLimits limits) {
        var path = directory.resolve(name + ".git");
        try {
            Files.createDirectories(directory);
            var builder = new FileRepositoryBuilder().setGitDir(path.toFile()).setBare();
            var repository = new BoundedRepository(builder.setup(), limits);
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
            }
            keepEverything(repository);
            return new Mirror(name, url, repository);
        } catch (IOException e) {
            throw new UncheckedIOException("open the mirror " + path, e);
        }
    }

    /**
     * A rollback may need a commit that no branch has any more, and nobody is to wait for the
     * packing after a fetch: {@link Maintenance} does it.
     */
    private static void keepEverything(Repository repository) throws IOException {
        var config = repository.getConfig();
        if (!isKept(config)) {
            config.setString("gc", null, "pruneExpire", NEVER);
            config.setString("gc", null, "prunePackExpire", NEVER);
            config.setInt("gc", null, "auto", 0);
            config.setInt("gc", null, "autoPackLimit", 0);
            WireVersion.begin(config);
            config.save();
        }
    }

    private static boolean isKept(Config config) {
        return NEVER.equals(config.getString("gc", null, "pruneExpire"))
                && config.getInt("gc", null, "autoPackLimit", 1) == 0
                && WireVersion.isKnown(config);
    }

    /** The commit of that id, if the mirror has it and it is one. */
    Optional<RevCommit> commit(RevWalk walk, String revision) throws IOException {
        try {
            return Optional.of(walk.parseCommit(ObjectId.fromString(revision)));
        } catch (MissingObjectException | IncorrectObjectTypeException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
