package io.dabbawala.gitwatcher.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefsTest {

    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);

    @Test
    void a_branch_that_moved_is_one_move_and_head_with_it_none() {
        var before = new Refs(Map.of("HEAD", A, "refs/heads/main", A));
        var after = new Refs(Map.of("HEAD", B, "refs/heads/main", B));

        assertThat(before.movesTo(after)).containsExactly(new RefMove("refs/heads/main", A, B));
        assertThat(before.movesTo(before)).isEmpty();
    }

    @Test
    void head_alone_moves_when_it_names_another_branch_that_stood_still() {
        var before = new Refs(Map.of("HEAD", A, "refs/heads/main", A, "refs/heads/next", B));
        var after = new Refs(Map.of("HEAD", B, "refs/heads/main", A, "refs/heads/next", B));

        assertThat(before.movesTo(after)).containsExactly(new RefMove("HEAD", A, B));
    }

    @Test
    void a_new_ref_has_no_start_and_a_deleted_one_no_end() {
        var before = new Refs(Map.of("refs/heads/old", A));
        var after = new Refs(Map.of("refs/tags/v1", B));

        assertThat(before.movesTo(after))
                .satisfiesExactly(
                        move -> assertThat(move.deletes()).isTrue(),
                        move -> assertThat(move.creates()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"main", "refs/heads/main", "HEAD", "''", "v1"})
    void resolves_branch_tag_and_head(String target) {
        var refs = new Refs(Map.of("HEAD", A, "refs/heads/main", A, "refs/tags/v1", A));

        assertThat(refs.resolve(target)).contains(A);
    }

    @Test
    void a_full_commit_id_is_itself_and_an_unknown_name_nothing() {
        assertThat(Refs.NONE.resolve(B)).contains(B);
        assertThat(Refs.NONE.resolve("main")).isEmpty();
    }
}
