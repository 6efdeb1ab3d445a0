package io.dabbawala.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expressions that would stop the gate end in bounded time, and say which limit they met. */
class FencesTest {

    private static final Duration BOUND = Duration.ofSeconds(4);
    private static final String TEN = "[0,1,2,3,4,5,6,7,8,9]";

    private final Expressions expressions =
            new Expressions(Limits.DEFAULT, List.of("text", "list"));

    @Test
    void a_loop_bomb_is_refused_before_it_runs() {
        var bomb =
                IntStream.range(0, 7)
                                .mapToObj(i -> TEN + ".all(v%d, ".formatted(i))
                                .collect(Collectors.joining())
                        + "true"
                        + ")".repeat(7);

        assertThat(expressions.compile(bomb)).asString().contains("nests more than 2 loops");
    }

    @Test
    void loops_that_follow_each_other_are_no_loops_in_loops() {
        var chain = "list" + ".filter(x, x > 0)".repeat(6) + ".size() >= 0";

        assertThat(expressions.compile(chain)).isInstanceOf(Compilation.Compiled.class);
    }

    @Test
    void a_loop_that_runs_too_often_is_stopped() {
        assertThat(failure("list.all(a, list.all(b, a + b >= 0))"))
                .containsIgnoringCase("iteration");
    }

    @Test
    void a_text_that_doubles_in_loops_is_refused_before_it_runs() {
        var bomb = "['x']" + ".map(s, s + s + s + s)".repeat(11) + ".size() == 1";

        assertThat(expressions.compile(bomb)).asString().contains("adds s to itself in a loop");
    }

    @Test
    void a_text_that_grows_in_another_way_is_stopped_while_it_does() {
        var bomb = "['x']" + ".map(s, s.replace('', s))".repeat(10) + ".size() == 1";
        var hidden =
                "['x']" + ".map(s, [s, s, s, s, s, s, s, s].join(''))".repeat(12) + ".size() == 1";
        var formatted =
                "['x']" + ".map(s, '%s%s%s%s'.format([s, s, s, s]))".repeat(12) + ".size() == 1";

        assertThat(failure(bomb)).contains("makes more than");
        assertThat(failure(hidden)).contains("makes more than");
        assertThat(failure(formatted)).contains("makes more than");
    }

    @Test
    void a_text_is_not_split_into_more_than_fits() {
        assertThat(failure("text.split('').size() > 0")).contains("split makes more than");
        assertThat(failure("text.findAll('x').size() > 0")).contains("findAll makes more than");
    }

    @Test
    void what_holds_the_same_thing_over_and_over_is_stopped() {
        var bomb = "['x']" + ".map(s, [s, s])".repeat(26);
        var map = "['x']" + ".map(s, {'a': s, 'b': s})".repeat(26);

        assertThat(failure(bomb + " == " + bomb)).contains("parts");
        assertThat(failure(map + " == " + map)).contains("parts");
    }

    @Test
    void what_takes_too_long_meets_the_deadline_and_harms_nothing_else() {
        var patient = Integer.MAX_VALUE;
        var hasty =
                new Expressions(
                        new Limits(4_096, 32, 3, patient, patient, 1 << 20, Duration.ofMillis(200)),
                        List.of("list"));
        Map<String, Object> variables = Map.of("list", Collections.nCopies(1_000, 1L));
        var slow = "list.all(a, list.all(b, list.all(c, a == b)))";

        assertThat(hasty.evaluate(slow, variables, FieldPaths.none()))
                .extracting("reason")
                .asString()
                .contains("takes longer than PT0.2S");
        assertThat(hasty.evaluate("size(list) > 0", variables, FieldPaths.none()))
                .extracting("value")
                .isEqualTo(true);
    }

    @Test
    void a_long_or_deep_text_is_refused() {
        assertThat(expressions.compile("'" + "x".repeat(5_000) + "' == ''"))
                .asString()
                .contains("longer than 4096 characters");
        assertThat(expressions.compile("(".repeat(300) + "true" + ")".repeat(300)))
                .isInstanceOf(Compilation.Refused.class);
    }

    @Test
    void a_flat_text_may_be_wide() {
        var wide = String.join(" && ", Collections.nCopies(60, "size(text) > 0"));

        assertThat(evaluate(wide)).extracting("value").isEqualTo(true);
    }

    @Test
    void a_pattern_with_many_ways_to_match_is_linear() {
        assertThat(evaluate("text.matches('(x+)+$')")).extracting("value").isEqualTo(true);
        assertThat(evaluate("text.find('(x+)+y') == ''")).extracting("value").isEqualTo(true);
    }

    private String failure(String expression) {
        var evaluation = evaluate(expression);
        assertThat(evaluation).isInstanceOf(Evaluation.Failed.class);
        return ((Evaluation.Failed) evaluation).reason();
    }

    private Evaluation evaluate(String expression) {
        var begin = Instant.now();
        var evaluation =
                expressions.evaluate(
                        expression,
                        Map.of(
                                "text",
                                "x".repeat(200_000),
                                "list",
                                IntStream.range(0, 1_000).mapToObj(Long::valueOf).toList()),
                        FieldPaths.none());
        assertThat(Duration.between(begin, Instant.now())).isLessThan(BOUND);
        return evaluation;
    }
}
