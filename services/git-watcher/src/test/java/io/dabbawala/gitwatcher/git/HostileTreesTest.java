package io.dabbawala.gitwatcher.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.render.Directory;
import io.dabbawala.gitwatcher.render.Problem;
import io.dabbawala.gitwatcher.render.Rendering;
import io.dabbawala.gitwatcher.watch.HostAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that no honest Git makes, or that mean something else than they seem to. */
class HostileTreesTest {

    private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    @TempDir Path directory;

    private Host host;
    private Mirror mirror;

    @BeforeEach
    void open() {
        host = Host.in(directory.resolve("host"));
        host.write("apps/a.yaml", OBJECT).commit("feat: one");
        mirror = Mirror.open(directory.resolve("mirrors"), "shop", host.url());
    }

    @AfterEach
    void close() {
        mirror.close();
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", ".git", ".GIT", "a/b", ""})
    void a_name_that_leaves_its_folder_does_not_get_in_and_what_is_here_stays(String name)
            throws IOException {
        // Given
        var good = main(fetch());
        commit(tree(name, FileMode.REGULAR_FILE, blob("root: x\n")));

        // When
        var answer = fetch();

        // Then
        assertThat(answer).isInstanceOf(HostAnswer.Unreachable.class);
        assertThat(render(good, "apps")).isInstanceOf(Rendering.Rendered.class);
    }

    @Test
    void a_symlink_out_of_the_repository_is_told_and_never_read() throws IOException {
        Files.createSymbolicLink(directory.resolve("host/apps/b.yaml"), Path.of("/etc/passwd"));
        host.commit("feat: link");

        assertThat(problem("apps"))
                .isEqualTo(Problem.of("apps/b.yaml", "a symlink is not followed"));
    }

    @Test
    void a_submodule_is_told_and_never_fetched() throws IOException {
        commit(tree("sub", FileMode.GITLINK, ObjectId.fromString("1".repeat(40))));

        assertThat(problem("")).isEqualTo(Problem.of("sub", "a submodule is not followed"));
    }

    @Test
    void a_pointer_of_lfs_is_told_and_is_nobodys_manifest() throws IOException {
        host.write(
                        "apps/b.yaml",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n")
                .commit("feat: large");

        assertThat(problem("apps").reason())
                .isEqualTo("a Git LFS pointer: its content is not in Git");
    }

    private ObjectId blob(String text) throws IOException {
        try (var inserter = host.git().getRepository().newObjectInserter()) {
            var id = inserter.insert(Constants.OBJ_BLOB, text.getBytes(UTF_8));
            inserter.flush();
            return id;
        }
    }

    /** As it is given: nothing here checks a name. */
    private ObjectId tree(String name, FileMode mode, ObjectId id) throws IOException {
        var formatter = new TreeFormatter();
        formatter.append(name.getBytes(UTF_8), 0, name.length(), mode, id, true);
        try (var inserter = host.git().getRepository().newObjectInserter()) {
            var tree = inserter.insert(formatter);
            inserter.flush();
            return tree;
        }
    }

    private void commit(ObjectId tree) throws IOException {
        var repository = host.git().getRepository();
        try (var inserter = repository.newObjectInserter()) {
            var commit = new CommitBuilder();
            var asha = new PersonIdent("Asha Kale", "asha@shop.example");
            commit.setTreeId(tree);
            commit.setParentId(repository.resolve("refs/heads/main"));
            commit.setAuthor(asha);
            commit.setCommitter(asha);
            commit.setMessage("feat: hostile");
            var id = inserter.insert(commit);
            inserter.flush();
            var update = repository.updateRef("refs/heads/main");
            update.setNewObjectId(id);
            update.update();
        }
    }

    private Problem problem(String path) {
        return switch (render(main(fetch()), path)) {
            case Rendering.Failed(var problem) -> problem;
            case Rendering.Rendered rendered -> throw new AssertionError(rendered.manifests());
        };
    }

    private Rendering render(String revision, String path) {
        return Rendering.of(new GitTree(mirror), revision, path, Directory.EVERYTHING);
    }

    private HostAnswer fetch() {
        return new JgitTransfer(mirror, Access.ANONYMOUS, TransferLimits.USUAL).fetch();
    }

    private static String main(HostAnswer answer) {
        return switch (answer) {
            case HostAnswer.Answered(var refs) -> refs.resolve("main").orElseThrow();
            case HostAnswer.Unreachable(var reason) -> throw new AssertionError(reason);
        };
    }
}
