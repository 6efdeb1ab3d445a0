package io.dabbawala.gitwatcher.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.declare.repository.DeliveryFolder;
import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.rollback.Revert;
import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.watch.HostAnswer;
import io.dabbawala.gitwatcher.watch.RepositoryUrl;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevertBranchTest {

    @TempDir Path directory;

    private Host host;
    private Mirror mirror;
    private String good;
    private String bad;
    private String head;

    @BeforeEach
    void open() {
        host = Host.in(directory.resolve("host"));
        good = host.write("web/a.yaml", "a: 1").write("x", "1").commit("feat: one");
        bad = host.write("web/a.yaml", "a: 2").write("web/b.yaml", "b: 1").commit("feat: two");
        head = host.write("x", "2").commit("docs: three");
        mirror = Mirror.open(directory.resolve("mirrors"), "shop", host.url());
        fetch();
    }

    @AfterEach
    void close() {
        mirror.close();
        host.close();
    }

    @Test
    void the_branch_has_the_folder_as_it_was_and_everything_else_as_it_is() throws Exception {
        // When
        assertThat(branch().push(revert())).isEmpty();
        assertThat(branch().push(revert())).isEmpty();

        // Then
        var revision = fetch().refs().resolve(revert().proposedBranch()).orElseThrow();
        var tree = new GitTree(mirror);
        assertThat(tree.list(revision, "", 10))
                .extracting(TreeEntry::path)
                .containsExactly("web/a.yaml", "x");
        assertThat(new String(tree.read(tree.list(revision, "web", 1).getFirst(), 9), UTF_8))
                .isEqualTo("a: 1");
        assertThat(tree.treeId(revision, "web")).isEqualTo(tree.treeId(good, "web"));
        var commit = host.git().getRepository().parseCommit(ObjectId.fromString(revision));
        assertThat(commit.getParent(0).name()).isEqualTo(head);
    }

    @Test
    void a_host_that_does_not_take_it_is_an_answer() throws Exception {
        var gone = Mirror.open(directory.resolve("mirrors"), "shop", "file:///nowhere/at/all");

        assertThat(new RevertBranch(gone, Access.ANONYMOUS, TransferLimits.USUAL).push(revert()))
                .isPresent();
    }

    private RevertBranch branch() {
        return new RevertBranch(mirror, Access.ANONYMOUS, TransferLimits.USUAL);
    }

    private Revert revert() {
        var repository =
                new GitRepository(
                        mirror,
                        new JgitTransfer(mirror, Access.ANONYMOUS, TransferLimits.USUAL),
                        new Signatures(Signatures.Keys.NONE));
        var source =
                new Source(
                        "shop",
                        new RepositoryUrl(host.url()),
                        repository,
                        new GitTree(mirror),
                        DeliveryFolder.NONE);
        return new Revert("argocd/web", source, "main", head, "web", bad, good);
    }

    private HostAnswer.Answered fetch() {
        return (HostAnswer.Answered)
                new JgitTransfer(mirror, Access.ANONYMOUS, TransferLimits.USUAL).fetch();
    }
}
