package io.dabbawala.gitwatcher.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeClassTest {

    @Test
    void is_the_type_of_a_conventional_commit() {
        assertThat(ChangeClass.of("fix(web): close the tap")).isEqualTo("fix");
        assertThat(ChangeClass.of("Feat: more")).isEqualTo("feat");
    }

    @Test
    void is_breaking_by_mark_or_by_footer() {
        assertThat(ChangeClass.of("feat!: other")).isEqualTo("breaking");
        assertThat(ChangeClass.of("feat: x\n\nBREAKING CHANGE: y")).isEqualTo("breaking");
    }

    @Test
    void is_what_the_trailer_says_above_all() {
        assertThat(ChangeClass.of("feat!: x\n\nChange-Class: Emergency ")).isEqualTo("emergency");
    }

    @Test
    void is_nothing_when_the_message_says_nothing() {
        assertThat(ChangeClass.of("Merge branch main")).isEmpty();
        assertThat(ChangeClass.of("feat:no space")).isEmpty();
    }
}
