package io.dabbawala.gitwatcher.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static final String MAIN = "refs/heads/main";
    private static final String TAG = "refs/tags/v1";

    private final Told told =
            new Told(
                    Map.of(
                            MAIN, new RefMove(MAIN, "a", "b"),
                            TAG, new RefMove(TAG, "t", "")));

    @Test
    void a_mirror_is_as_told_when_every_ref_is_and_what_was_deleted_is_not_there() {
        assertThat(told.isIn(new Refs(Map.of(MAIN, "b", "HEAD", "b")))).isTrue();
        assertThat(told.isIn(new Refs(Map.of(MAIN, "a")))).isFalse();
        assertThat(told.isIn(new Refs(Map.of(MAIN, "b", TAG, "t")))).isFalse();
        assertThat(told.isIn(Refs.NONE)).isFalse();
        assertThat(Told.NOTHING.isIn(Refs.NONE)).isTrue();
    }

    @Test
    void the_next_move_begins_where_the_last_one_that_was_told_ended() {
        assertThat(told.movesTo(new Refs(Map.of(MAIN, "c", "HEAD", "c"))))
                .containsExactly(new RefMove(MAIN, "b", "c"));
    }

    @Test
    void what_stands_where_it_was_told_is_no_news() {
        var there = new Refs(Map.of(MAIN, "b", "HEAD", "b"));

        assertThat(told.movesTo(there)).isEmpty();
        assertThat(told.standingAt(there)).containsExactly(new RefMove(MAIN, "a", "b"));
    }

    @Test
    void a_ref_that_went_and_one_that_came_are_news() {
        var there = new Refs(Map.of(TAG, "t2", "HEAD", "x"));

        assertThat(told.movesTo(there))
                .containsExactly(new RefMove(MAIN, "b", ""), new RefMove(TAG, "", "t2"));
        assertThat(told.standingAt(there)).isEmpty();
    }
}
