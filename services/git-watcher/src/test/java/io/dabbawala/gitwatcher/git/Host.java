package io.dabbawala.gitwatcher.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A real repository on disk that somebody pushes to. */
public final class Host implements AutoCloseable {

    private final Git git;

    private Host(Git git) {
        this.git = git;
    }

    public static Host in(Path directory) {
        try {
            return new Host(
                    Git.init().setDirectory(directory.toFile()).setInitialBranch("main").call());
        } catch (GitAPIException e) {
            throw new IllegalStateException("start a repository in " + directory, e);
        }
    }

    public String url() {
        return git.getRepository().getWorkTree().toURI().toString();
    }

    public Git git() {
        return git;
    }

    public Host write(String path, String content) {
        try {
            var file = git.getRepository().getWorkTree().toPath().resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Commits everything on the branch that is checked out. */
    public String commit(String message) {
        return commit(message, false);
    }

    /** Puts a commit in the place of the last one. */
    public String amend(String message) {
        return commit(message, true);
    }

    private String commit(String message, boolean amend) {
        try {
            git.add().addFilepattern(".").call();
            git.add().setUpdate(true).addFilepattern(".").call();
            var asha = new PersonIdent("Asha Kale", "asha@shop.example");
            return git.commit()
                    .setMessage(message)
                    .setAuthor(asha)
                    .setCommitter(asha)
                    .setAmend(amend)
                    .setSign(false)
                    .call()
                    .name();
        } catch (GitAPIException e) {
            throw new IllegalStateException("commit " + message, e);
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
