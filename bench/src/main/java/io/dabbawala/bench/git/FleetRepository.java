package io.dabbawala.bench.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.AddCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A bare repository at a host, and a clone of it. */
public final class FleetRepository implements AutoCloseable {

    private static final String BRANCH = "main";

    private static final String NAME = "fleet.git";

    private final GitHost host;
    private final Git clone;
    private final Path workTree;

    private FleetRepository(GitHost host, Git clone) {
        this.host = host;
        this.clone = clone;
        this.workTree = clone.getRepository().getWorkTree().toPath();
    }

    public static FleetRepository in(Path folder) {
        try {
            var bare = folder.resolve(NAME);
            try (var git =
                    Git.init()
                            .setBare(true)
                            .setInitialBranch(BRANCH)
                            .setDirectory(bare.toFile())
                            .call()) {
                packNothing(git);
            }
            var clone =
                    Git.init()
                            .setInitialBranch(BRANCH)
                            .setDirectory(folder.resolve("fleet").toFile())
                            .call();
            var config = clone.getRepository().getConfig();
            config.setString("remote", "origin", "url", bare.toUri().toString());
            packNothing(clone);
            return new FleetRepository(GitHost.serving(folder), clone);
        } catch (GitAPIException | IOException e) {
            throw new IllegalStateException("create a repository in " + folder, e);
        }
    }

    /** In the background it would take a processor from what is measured. */
    private static void packNothing(Git git) throws IOException {
        var config = git.getRepository().getConfig();
        config.setInt("gc", null, "auto", 0);
        config.setInt("gc", null, "autoPackLimit", 0);
        config.setBoolean("receive", null, "autogc", false);
        config.save();
    }

    public String url() {
        return host.url(NAME);
    }

    /** Commits and pushes these files, and returns the revision. */
    public String push(Map<String, String> files, String message) {
        try {
            for (var file : files.entrySet()) {
                write(file.getKey(), file.getValue());
            }
            var add = clone.add();
            (files.size() > 100 ? add.addFilepattern(".") : each(add, files)).call();
            var asha = new PersonIdent("Asha Kale", "asha@fleet.example");
            var commit =
                    clone.commit()
                            .setMessage(message)
                            .setAuthor(asha)
                            .setCommitter(asha)
                            .setSign(false)
                            .call();
            clone.push().setRemote("origin").add(BRANCH).call();
            return commit.getName();
        } catch (GitAPIException e) {
            throw new IllegalStateException("push \"" + message + "\"", e);
        }
    }

    private static AddCommand each(AddCommand add, Map<String, String> files) {
        files.keySet().forEach(add::addFilepattern);
        return add;
    }

    private void write(String file, String content) {
        try {
            var path = workTree.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException("write " + file, e);
        }
    }

    @Override
    public void close() {
        host.close();
        clone.close();
    }
}
