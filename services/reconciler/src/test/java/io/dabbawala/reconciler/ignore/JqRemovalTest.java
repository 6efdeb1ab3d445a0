package io.dabbawala.reconciler.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.dabbawala.reconciler.object.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JqRemovalTest {

    private static final Map<String, Object> TAGS =
            Json.object("{\"tags\":[{\"name\":\"red\"},{\"name\":\"blue\"}]}");

    @ParameterizedTest
    @ValueSource(strings = {".name | IN(\"red\", \"green\")", "IN(.name; \"red\")"})
    void one_of_several_is_known_though_our_jq_does_not_know_it(String condition) {
        var notes = new ArrayList<String>();
        var result =
                JqRemoval.of(".tags[] | select(%s)".formatted(condition)).from(TAGS, notes::add);

        assertThat(Json.write(result)).isEqualTo("{\"tags\":[{\"name\":\"blue\"}]}");
        assertThat(notes).isEmpty();
    }

    @Test
    void what_is_no_jq_is_told_as_it_was_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JqRemoval.of(".tags[] | select(.name == \"red)"))
                .withMessageContaining("query: del(.tags[]");
    }

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
