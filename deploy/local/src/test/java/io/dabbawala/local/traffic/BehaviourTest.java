package io.dabbawala.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void an_ordinary_image_never_fails() {
        assertThat(Behaviour.of("shop/checkout:1.1").errors()).isZero();
        assertThat(Behaviour.of("shop/checkout").errors()).isZero();
    }

    @Test
    void the_tag_says_how_many_of_a_hundred_requests_fail() {
        // Given
        var bad = Behaviour.of("shop/checkout:1.2-errors20");

        // When
        var failed = IntStream.range(0, 10_000).filter(_ -> bad.failsNow(random)).count();

        // Then
        assertThat(failed).isBetween(1_800L, 2_200L);
    }

    @Test
    void the_tag_says_how_much_slower_it_is() {
        // Given
        var usual = Behaviour.of("shop/checkout:1.2").milliseconds();

        // Then
        assertThat(Behaviour.of("shop/checkout:1.2-slow800").milliseconds()).isEqualTo(usual + 800);
        assertThat(Behaviour.of("shop/checkout:1.2-errors5-slow800"))
                .isEqualTo(new Behaviour(0.05, usual + 800));
    }

    @Test
    void only_the_tag_counts_not_the_name_or_the_registry() {
        assertThat(Behaviour.of("errors20/slow800:1.0")).isEqualTo(Behaviour.of("shop/web:1.0"));
        assertThat(Behaviour.of("host:5000/errors20/web:1.0"))
                .isEqualTo(Behaviour.of("shop/web:1.0"));
    }

    @Test
    void one_request_takes_half_to_one_and_a_half_of_the_usual() {
        // Given
        var behaviour = Behaviour.of("shop/checkout:1.2-slow160");

        // Then
        assertThat(IntStream.range(0, 1_000).mapToDouble(_ -> behaviour.millisecondsNow(random)))
                .allMatch(milliseconds -> milliseconds >= 100 && milliseconds <= 300);
    }
}
