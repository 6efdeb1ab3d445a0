package io.dabbawala.cli.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TableTest {

    private static Page page(boolean coloured, int width) {
        return new Page(new Palette(coloured), width, false, Instant.EPOCH);
    }

    private static final Table TABLE =
            Table.of("NAME", "HEALTH", "MESSAGE")
                    .row("web", "Healthy", "")
                    .row("checkout", "Degraded", "a long story that goes on and on");

    @Test
    void columns_are_aligned_and_nothing_trails() {
        assertThat(TABLE.lines(page(false, 0)))
                .containsExactly(
                        "NAME       HEALTH     MESSAGE",
                        "web        Healthy",
                        "checkout   Degraded   a long story that goes on and on");
    }

    @Test
    void a_terminal_gets_the_last_column_cut_and_nothing_else() {
        assertThat(TABLE.lines(page(false, 46)).getLast())
                .isEqualTo("checkout   Degraded   a long story that goes …");
    }

    @Test
    void a_narrow_terminal_still_shows_something() {
        assertThat(TABLE.lines(page(false, 10)).getLast()).endsWith("a long story that g…");
    }

    @Test
    void colour_changes_no_alignment() {
        var lines = TABLE.lines(page(true, 0));
        assertThat(lines.getLast()).contains("\033[31mDegraded\033[0m");
        assertThat(lines.stream().map(line -> line.replaceAll("\033\\[[0-9]*m", "")))
                .containsExactlyElementsOf(TABLE.lines(page(false, 0)));
    }

    @Test
    void text_from_elsewhere_cannot_move_the_cursor_or_break_the_row() {
        var lines = Table.of("MESSAGE").row("one\ntwo\033[2J").lines(page(false, 0));
        assertThat(lines).containsExactly("MESSAGE", "one two [2J");
    }

    @Test
    void a_row_that_does_not_fit_the_header_is_a_bug() {
        assertThatIllegalStateException().isThrownBy(() -> Table.of("A", "B").row("one"));
    }
}
