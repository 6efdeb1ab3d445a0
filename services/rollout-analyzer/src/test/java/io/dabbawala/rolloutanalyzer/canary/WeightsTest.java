package io.dabbawala.rolloutanalyzer.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {

    @Test
    void the_last_step_may_pass_the_maximum() {
        assertThat(course(new Weights(20, List.of(), 50))).containsExactly(20, 40, 60);
        assertThat(course(new Weights(30, List.of(), 60))).containsExactly(30, 60);
    }

    @Test
    void without_a_maximum_everything_goes_to_the_canary_and_never_more() {
        assertThat(course(new Weights(40, List.of(), 0))).containsExactly(40, 80, 100);
        assertThat(course(new Weights(150, List.of(), 0))).containsExactly(100);
    }

    @Test
    void a_list_of_steps_ends_with_its_last() {
        assertThat(course(new Weights(0, List.of(1, 10, 50), 0))).containsExactly(1, 10, 50);
    }

    @Test
    void a_step_width_wins_over_a_list_but_the_list_says_where_it_ends() {
        assertThat(course(new Weights(25, List.of(1, 10, 50), 0))).containsExactly(25, 50);
    }

    @Test
    void a_weight_that_is_in_no_list_goes_on_to_everything() {
        assertThat(new Weights(0, List.of(1, 10, 50), 0).after(7)).isEqualTo(100);
    }

    @Test
    void without_steps_nothing_advances() {
        assertThat(new Weights(0, List.of(), 0).after(0)).isZero();
        assertThat(new Weights(-5, List.of(), 50).after(0)).isZero();
    }

    private static List<Integer> course(Weights weights) {
        var course = new ArrayList<Integer>();
        for (int weight = 0; !weights.isLast(weight); course.add(weight)) {
            weight = weights.after(weight);
        }
        return course;
    }
}
