package io.dabbawala.gitwatcher.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that leaves something out of a pack. */
class ArrivalTest {

    @TempDir Path directory;

    private Host host;
    private Mirror mirror;

    @BeforeEach
    void open() {
        host = Host.in(directory.resolve("host"));
        mirror = Mirror.open(directory.resolve("mirrors"), "shop", host.url());
        host.write("apps/web/a.yaml", "a: 1").write("apps/pay/b.yaml", "b: 1").commit("feat: one");
    }

    @AfterEach
    void close() {
        mirror.close();
        host.close();
    }

    @Test
    void a_pack_of_all_that_changed_arrives() throws IOException {
        take(
                pack(
                        "HEAD",
                        "HEAD^{tree}",
                        "HEAD:apps",
                        "HEAD:apps/web",
                        "HEAD:apps/pay",
                        "HEAD:apps/web/a.yaml",
                        "HEAD:apps/pay/b.yaml"));
        host.write("apps/web/a.yaml", "a: 2").commit("feat: two");

        take(pack("HEAD", "HEAD^{tree}", "HEAD:apps", "HEAD:apps/web", "HEAD:apps/web/a.yaml"));

        assertThat(mirror.repository().getObjectDatabase().has(id("HEAD"))).isTrue();
    }

    @Test
    void a_file_that_was_left_out_is_named() throws IOException {
        refuses(
                id("HEAD:apps/web/a.yaml"),
                "HEAD",
                "HEAD^{tree}",
                "HEAD:apps",
                "HEAD:apps/web",
                "HEAD:apps/pay",
                "HEAD:apps/pay/b.yaml");
    }

    @Test
    void a_folder_that_was_left_out_is_named() throws IOException {
        refuses(
                id("HEAD:apps/pay"),
                "HEAD",
                "HEAD^{tree}",
                "HEAD:apps",
                "HEAD:apps/web",
                "HEAD:apps/web/a.yaml");
    }

    @Test
    void a_commit_without_its_parent_does_not_arrive() throws IOException {
        var parent = id("HEAD");
        host.write("apps/web/a.yaml", "a: 2").commit("feat: two");

        refuses(parent, "HEAD", "HEAD^{tree}");
    }

    @Test
    void a_file_of_a_merge_that_no_parent_has_is_looked_for() throws Exception {
        // Given
        host.git().branchCreate().setName("next").call();
        host.write("apps/web/a.yaml", "a: 2").commit("feat: two");
        var two = id("HEAD");
        host.git().checkout().setName("next").call();
        host.write("apps/pay/b.yaml", "b: 2").commit("feat: three");
        host.git().merge().include(two).setCommit(false).call();
        host.write("apps/pay/b.yaml", "b: merged").commit("feat: merge");
        take(
                pack(
                        "HEAD^1^1",
                        "HEAD^1^1^{tree}",
                        "HEAD^1^1:apps",
                        "HEAD^1^1:apps/web",
                        "HEAD^1^1:apps/pay",
                        "HEAD^1^1:apps/web/a.yaml",
                        "HEAD^1^1:apps/pay/b.yaml",
                        "HEAD^1",
                        "HEAD^1^{tree}",
                        "HEAD^1:apps",
                        "HEAD^1:apps/pay",
                        "HEAD^1:apps/pay/b.yaml",
                        "HEAD^2",
                        "HEAD^2^{tree}",
                        "HEAD^2:apps",
                        "HEAD^2:apps/web",
                        "HEAD^2:apps/web/a.yaml"));

        // Then
        refuses(id("HEAD:apps/pay/b.yaml"), "HEAD", "HEAD^{tree}", "HEAD:apps", "HEAD:apps/pay");
    }

    private void refuses(ObjectId missing, String... names) throws IOException {
        var pack = pack(names);

        assertThatThrownBy(() -> take(pack))
                .isInstanceOf(MissingObjectException.class)
                .hasMessageContaining(missing.name());
    }

    private void take(byte[] pack) throws IOException {
        try (var inserter = mirror.repository().newObjectInserter()) {
            inserter.newPackParser(new ByteArrayInputStream(pack))
                    .parse(NullProgressMonitor.INSTANCE);
            inserter.flush();
        }
    }

    /** Exactly of these. */
    private byte[] pack(String... names) throws IOException {
        var repository = host.git().getRepository();
        var bytes = new ByteArrayOutputStream();
        try (var writer = new PackWriter(repository);
                var walk = new RevWalk(repository)) {
            var objects = new ArrayList<RevObject>();
            for (var name : names) {
                objects.add(walk.parseAny(id(name)));
            }
            writer.preparePack(List.copyOf(objects).iterator());
            writer.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, bytes);
        }
        return bytes.toByteArray();
    }

    private ObjectId id(String name) throws IOException {
        return host.git().getRepository().resolve(name);
    }
}
