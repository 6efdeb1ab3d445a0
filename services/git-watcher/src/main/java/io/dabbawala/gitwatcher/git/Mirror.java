package io.dabbawala.gitwatcher.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A bare repository on disk that follows another one. */
public record Mirror(String name, String url, Repository repository) implements AutoCloseable {

    /** Opens the mirror of that name below the directory, or starts an empty one. */
    public static Mirror open(Path directory, String name, String url) {
        var path = directory.resolve(name + ".git");
        try {
            Files.createDirectories(directory);
            var builder = new FileRepositoryBuilder().setGitDir(path.toFile()).setBare();
            var repository = (FileRepository) builder.build();
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
            }
            return new Mirror(name, url, repository);
        } catch (IOException e) {
            throw new UncheckedIOException("open the mirror " + path, e);
        }
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
