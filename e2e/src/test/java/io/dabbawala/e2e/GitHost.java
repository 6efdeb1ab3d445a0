package io.dabbawala.e2e;

import io.dabbawala.local.demo.Developer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.transport.RefSpec;

/**
 * Where the repository is hosted.
 *
 * @param away where it is while nobody reaches it
 */
record GitHost(Market market, Path repository, Path away) {

    static GitHost of(Market market) {
        var repository = market.repository();
        return new GitHost(market, repository, repository.resolveSibling("away.git"));
    }

    void goesAway() {
        move(repository, away);
    }

    void comesBack() {
        move(away, repository);
    }

    /** Puts another commit in the place of the last one; returns its revision. */
    String rewrites() {
        try (var clone = Git.open(market.developer.workTree().toFile())) {
            clone.reset().setMode(ResetCommand.ResetType.SOFT).setRef("HEAD~1").call();
            market.write();
            clone.add().addFilepattern(".").call();
            var commit = clone.commit().setMessage("feat: another past").setSign(false).call();
            clone.push()
                    .setRemote(away.toUri().toString())
                    .setRefSpecs(new RefSpec("+HEAD:refs/heads/" + Developer.BRANCH))
                    .call();
            return commit.getName();
        } catch (GitAPIException | IOException e) {
            throw new IllegalStateException("rewrite the past of " + away, e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException("move %s to %s".formatted(from, to), e);
        }
    }
}
