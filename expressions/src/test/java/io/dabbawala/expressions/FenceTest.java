package io.dabbawala.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FenceTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void more_than_may_run_at_a_time_wait_for_each_other() throws Exception {
        // Given
        var fence = new Fence(LONG);
        var answers = new ArrayList<Future<Integer>>();

        // When
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var answer = i;
                answers.add(callers.submit(() -> fence.within("p" + answer, () -> answer)));
            }
        }

        // Then
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(i);
        }
    }

    @Test
    void one_after_the_other_is_never_refused() throws Exception {
        // Given
        var fence = new Fence(LONG);

        // Then
        for (int i = 0; i < 2_000; i++) {
            var answer = i;
            assertThat(fence.within("p" + i, () -> answer)).isEqualTo(i);
        }
    }

    @Test
    void when_none_ends_the_next_is_refused_and_begins_once_one_does() throws Exception {
        // Given
        var fence = new Fence(SHORT);
        var end = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            var program = "endless " + i;
            assertThatThrownBy(() -> fence.within(program, () -> stubborn(end)))
                    .hasMessageContaining("takes longer than PT0.2S");
        }

        // Then
        assertThatThrownBy(() -> fence.within("fifth", () -> 5))
                .hasMessageContaining("cannot start: 4 others do not end");

        // When
        end.countDown();

        // Then
        assertThat(fence.within("fifth", () -> 5)).isEqualTo(5);
    }

    /** Nobody can make it stop. */
    private static boolean stubborn(CountDownLatch end) {
        while (true) {
            try {
                return end.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException _) {
                continue; // not before its time
            }
        }
    }
}
