package io.dabbawala.cli.offline;

import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.gitwatcher.generate.generator.Outlook.Checkout;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import io.dabbawala.gitwatcher.git.GitTree;
import io.dabbawala.gitwatcher.git.Mirror;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The repository that answers for every address and revision. */
final class RepositoryOption {

    @Option(
            names = "--repo",
            paramLabel = "DIR",
            description =
                    "A folder, a checkout or a bare clone; answers for every repository and revision.")
    private @Nullable Path folder;

    /** A bare clone at the revision if it has it, else at its HEAD; a folder as it is. */
    Checkout at(String revision) throws CannotGenerate {
        if (folder == null) {
            throw new CannotGenerate("there is no repository: name one with --repo");
        }
        if (!Files.isDirectory(folder)) {
            throw CommandFailed.input(folder + ": there is no such folder");
        }
        return isBare(folder)
                ? bare(folder, revision)
                : new Checkout(new FolderTree(folder), revision);
    }

    private static boolean isBare(Path folder) {
        return Files.isRegularFile(folder.resolve("HEAD"))
                && Files.isDirectory(folder.resolve("objects"));
    }

    private static Checkout bare(Path folder, String revision) throws CannotGenerate {
        try {
            var repository =
                    new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
            var commit = commit(repository, revision);
            return new Checkout(new GitTree(new Mirror(folder.toString(), "", repository)), commit);
        } catch (IOException e) {
            throw CommandFailed.input("%s cannot be read: %s".formatted(folder, e.getMessage()));
        }
    }

    private static String commit(Repository repository, String revision)
            throws IOException, CannotGenerate {
        var named = revision.isEmpty() ? null : repository.resolve(revision + "^{commit}");
        var commit = named == null ? repository.resolve("HEAD^{commit}") : named;
        if (commit == null) {
            throw new CannotGenerate("the repository has no commit");
        }
        return commit.name();
    }
}
