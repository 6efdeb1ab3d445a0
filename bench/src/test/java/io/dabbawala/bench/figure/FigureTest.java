package io.dabbawala.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void a_quantile_is_a_duration_that_was_measured() {
        var hundred =
                Samples.of(IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());

        assertThat(hundred.quantile(0.5)).isEqualTo(Duration.ofMillis(50));
        assertThat(hundred.quantile(0.99)).isEqualTo(Duration.ofMillis(99));
        assertThat(hundred.longest()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void the_quantile_of_few_is_the_longest() {
        var two = new Samples(List.of(Duration.ofMillis(9), Duration.ofMillis(3)));

        assertThat(two.quantile(0.99)).isEqualTo(Duration.ofMillis(9));
    }

    @Test
    void a_bound_is_kept_when_it_is_just_reached_and_missed_above_it() {
        assertThat(Figure.of("requests", 2, 2, "").isKept()).isTrue();
        assertThat(Figure.of("requests", 2.01, 2, "").isKept()).isFalse();
        assertThat(Figure.of("requests", 2.01, 2, "").line()).contains("<= 2").endsWith("MISSED");
    }

    @Test
    void what_is_only_told_is_never_missed() {
        assertThat(Figure.told("seconds", 1e6, "s").isKept()).isTrue();
        assertThat(Figure.told("seconds", 1.5, "s").line()).doesNotContain("<=");
    }

    @Test
    void only_requests_since_the_first_look_count() {
        var before = new Requests(Map.of("PATCH configmaps", 3L, "GET configmaps", 1L));
        var now = new Requests(Map.of("PATCH configmaps", 5L, "GET configmaps", 1L));

        assertThat(now.since(before).byVerb()).containsExactly(Map.entry("PATCH configmaps", 2L));
        assertThat(now.since(before).total()).isEqualTo(2);
    }
}
