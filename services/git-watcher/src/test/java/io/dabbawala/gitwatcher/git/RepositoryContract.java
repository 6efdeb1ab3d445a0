package io.dabbawala.gitwatcher.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.gitwatcher.render.TreeEntry;
import io.dabbawala.gitwatcher.watch.HostAnswer;
import io.dabbawala.gitwatcher.watch.RefMove;
import io.dabbawala.gitwatcher.watch.Refs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a repository promises, whatever talks to its host. */
abstract class RepositoryContract {

    private static final String MAIN = "refs/heads/main";

    @TempDir Path directory;

    private Host host;
    private Mirror mirror;
    private GitRepository repository;

    abstract Transfer transfer(Mirror mirror, Access access, TransferLimits limits);

    private GitRepository at(Mirror place) {
        return new GitRepository(
                place,
                transfer(place, Access.ANONYMOUS, TransferLimits.USUAL),
                new Signatures(Signatures.Keys.NONE));
    }

    @BeforeEach
    void open() {
        host = Host.in(directory.resolve("host"));
        mirror = Mirror.open(directory.resolve("mirrors"), "shop", host.url());
        repository = at(mirror);
    }

    @AfterEach
    void close() {
        mirror.close();
        host.close();
    }

    @Test
    void fetches_what_the_host_has_and_knows_what_it_brought() {
        // Given
        host.write("apps/web.yaml", "a: 1");
        var first = host.commit("feat: one");
        repository.record(fetched());
        var second = host.write("apps/web.yaml", "a: 2").commit("feat: two");
        var third = host.write("apps/pay.yaml", "a: 3").commit("feat: three");

        // When
        var refs = fetched();
        var seen = repository.describe(new RefMove(MAIN, first, third)).orElseThrow();

        // Then
        assertThat(refs.resolve("main")).contains(third);
        assertThat(seen.range().forced()).isFalse();
        assertThat(seen.range().skipped()).containsExactly(second);
        assertThat(seen.range().changedPaths()).containsExactly("apps/pay.yaml", "apps/web.yaml");
        assertThat(seen.commit().authorName()).isEqualTo("Asha Kale");
    }

    @Test
    void a_rewritten_branch_is_a_forced_move_and_the_old_commit_stays_readable() {
        // Given
        var first = host.write("a.yaml", "a: 1").commit("feat: one");
        repository.record(fetched());
        var other = host.write("a.yaml", "a: 2").amend("feat: other");

        // When
        var refs = fetched();
        var move = repository.recorded().movesTo(refs).getFirst();

        // Then
        assertThat(move).isEqualTo(new RefMove(MAIN, first, other));
        assertThat(repository.describe(move).orElseThrow().range().forced()).isTrue();
        assertThat(new GitTree(mirror).has(first)).isTrue();
    }

    @Test
    void what_was_recorded_survives_in_the_mirror_and_a_deleted_branch_is_a_move()
            throws Exception {
        // Given
        host.write("a.yaml", "a: 1").commit("feat: one");
        host.git().branchCreate().setName("next").call();
        repository.record(fetched());
        host.git().branchDelete().setBranchNames("next").setForce(true).call();

        // When
        var refs = fetched();
        var reopened = at(Mirror.open(directory.resolve("mirrors"), "shop", "file:///x"));

        // Then
        assertThat(reopened.recorded().movesTo(refs))
                .singleElement()
                .satisfies(move -> assertThat(move.deletes()).isTrue());
        assertThat(reopened.recorded().resolve("next")).isPresent();
    }

    @Test
    void an_annotated_tag_counts_as_the_commit_it_names() throws Exception {
        var revision = host.write("a.yaml", "a: 1").commit("feat: one");
        host.git().tag().setName("v1").setAnnotated(true).setMessage("v1").setSigned(false).call();

        assertThat(fetched().resolve("v1")).contains(revision);
    }

    @Test
    void a_host_that_is_away_is_an_answer_and_what_is_here_stays() {
        // Given
        var revision = host.write("a.yaml", "a: 1").commit("feat: one");
        repository.record(fetched());
        var gone = Mirror.open(directory.resolve("mirrors"), "shop", "file:///nowhere/at/all");

        // When
        var answer = at(gone).fetch();

        // Then
        assertThat(answer).isInstanceOf(HostAnswer.Unreachable.class);
        assertThat(at(gone).advertised()).isInstanceOf(HostAnswer.Unreachable.class);
        assertThat(repository.recorded().resolve("main")).contains(revision);
        assertThat(new GitTree(gone).has(revision)).isTrue();
    }

    @Test
    void lists_and_reads_a_tree_without_a_checkout() throws Exception {
        // Given
        host.write("apps/web/a.yaml", "a: 1").write("apps/web/deep/b.yaml", "b: 2");
        Files.createSymbolicLink(
                directory.resolve("host/apps/web/link.yaml"), Path.of("/etc/passwd"));
        var revision = host.commit("feat: one");
        fetched();
        var tree = new GitTree(mirror);

        // When
        var entries = tree.list(revision, "apps/web", 10);

        // Then
        assertThat(entries)
                .extracting(entry -> entry.path() + " " + entry.kind())
                .containsExactly(
                        "apps/web/a.yaml FILE",
                        "apps/web/deep/b.yaml FILE",
                        "apps/web/link.yaml SYMLINK");
        assertThat(new String(tree.read(entries.getFirst(), 100), StandardCharsets.UTF_8))
                .isEqualTo("a: 1");
        assertThat(tree.read(entries.getFirst(), 2)).hasSize(2);
        assertThat(tree.list(revision, "apps/web", 1)).extracting(TreeEntry::path).hasSize(1);
        assertThat(tree.list(revision, "apps/none", 10)).isEmpty();
    }

    @Test
    void the_id_of_a_folder_changes_with_what_is_below_it_only() {
        // Given
        var one = host.write("apps/web/a.yaml", "a: 1").write("x", "1").commit("feat: one");
        var two = host.write("x", "2").commit("docs: two");
        var three = host.write("apps/web/a.yaml", "a: 2").commit("feat: three");
        fetched();

        // When
        var tree = new GitTree(mirror);

        // Then
        assertThat(tree.treeId(two, "apps/web")).isEqualTo(tree.treeId(one, "apps/web"));
        assertThat(tree.treeId(three, "apps/web")).isNotEqualTo(tree.treeId(one, "apps/web"));
        assertThat(tree.treeId(one, "apps/none")).isEmpty();
        assertThat(tree.changes(one, two).touch("apps/web")).isFalse();
        assertThat(tree.changes(one, three).touch("apps/web")).isTrue();
        assertThat(tree.changes(one, three).touch("")).isTrue();
        assertThat(tree.changes(one, three).touch("apps/none")).isFalse();
        assertThat(tree.changes(one, "0".repeat(40)).touch("apps/none")).isTrue();
        assertThat(tree.has("0".repeat(40))).isFalse();
        assertThat(tree.has("main")).isFalse();
    }

    @Test
    void many_packs_become_one_when_nobody_pushes_and_no_commit_is_lost() {
        // Given
        var left = host.write("a.yaml", "a: left").commit("feat: left");
        fetched();
        host.write("a.yaml", "a: 0").amend("feat: 0");
        for (int i = 1; i <= 51; i++) {
            fetched();
            host.write("a.yaml", "a: " + i).commit("feat: " + i);
        }
        var last = fetched().resolve("main").orElseThrow();
        var brought = packs();

        // When
        repository.maintain(Instant.now());
        var whilePushed = packs();
        repository.maintain(Instant.now().plusSeconds(31));

        // Then
        assertThat(brought).as("nobody packs right after a fetch").isEqualTo(53);
        assertThat(whilePushed).isEqualTo(brought);
        assertThat(packs()).isOne();
        assertThat(read(last)).isEqualTo("a: 51");
        assertThat(read(left)).as("no ref has it any more").isEqualTo("a: left");
    }

    @Test
    void a_file_larger_than_allowed_does_not_get_in_however_well_it_packs() {
        // Given
        var limits =
                new TransferLimits(Duration.ofSeconds(30), Duration.ofMinutes(1), 1 << 20, 2 << 20);
        try (var small = Mirror.open(directory.resolve("small"), "shop", host.url(), limits)) {
            var tree = new GitTree(small);
            var transfer = transfer(small, Access.ANONYMOUS, limits);
            var good = host.write("a.yaml", "a: 1").commit("feat: one");
            transfer.fetch();
            var large = host.write("zeros.bin", "0".repeat(3 << 20)).commit("feat: zeros");

            for (var time : List.of("at once", "when asked again")) {
                // When
                var answer = transfer.fetch();

                // Then
                assertThat(answer).as(time).isInstanceOf(HostAnswer.Unreachable.class);
                assertThat(((HostAnswer.Unreachable) answer).reason())
                        .contains("2,097,152")
                        .endsWith("(raise git-watcher.largest-object)");
                assertThat(tree.has(good)).isTrue();
                assertThat(tree.has(large)).isFalse();
            }

            // When
            var smaller = host.write("zeros.bin", "0").amend("feat: zero");

            // Then
            assertThat(transfer.fetch())
                    .isInstanceOfSatisfying(
                            HostAnswer.Answered.class,
                            answered ->
                                    assertThat(answered.refs().resolve("main")).contains(smaller));
            assertThat(tree.has(smaller)).isTrue();
        }
    }

    private String read(String revision) {
        var tree = new GitTree(mirror);
        var entry = tree.entry(revision, "a.yaml").orElseThrow();
        return new String(tree.read(entry, 100), StandardCharsets.UTF_8);
    }

    private int packs() {
        return directory
                .resolve("mirrors/shop.git/objects/pack")
                .toFile()
                .list((_, name) -> name.endsWith(".pack"))
                .length;
    }

    private Refs fetched() {
        return switch (repository.fetch()) {
            case HostAnswer.Answered(var refs) -> refs;
            case HostAnswer.Unreachable(var reason) -> throw new AssertionError(reason);
        };
    }
}
