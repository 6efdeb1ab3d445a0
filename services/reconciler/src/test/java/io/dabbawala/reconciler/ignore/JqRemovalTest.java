package io.dabbawala.reconciler.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JqRemovalTest {

    @Test
    void an_expression_gets_a_second_and_is_not_tried_again() {
        var slow = JqRemoval.of(".x | select(test(\"(a+)+(b+)+(a+)+(a+)+$\"))");
        var object = Map.<String, Object>of("x", "a".repeat(4000) + "b".repeat(2000) + "c");
        var notes = new ArrayList<String>();

        assertThat(slow.from(object, notes::add)).isEqualTo(object);
        assertTimeout(Duration.ofMillis(500), () -> slow.from(object, notes::add));
        assertThat(notes).hasSize(2).allSatisfy(note -> assertThat(note).contains("a second"));
    }
}
