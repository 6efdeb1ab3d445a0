package io.dabbawala.reconciler.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final AtomicInteger turns = new AtomicInteger();

    @Test
    void who_asks_gets_a_turn_that_began_after_asking() throws Exception {
        var lane = new Lane("web", turns::incrementAndGet, new Semaphore(1));

        lane.ask().get(5, TimeUnit.SECONDS);
        lane.ask().get(5, TimeUnit.SECONDS);

        assertThat(turns).hasValue(2);
    }

    @Test
    void all_who_ask_while_a_turn_is_taken_share_the_next() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var lane =
                new Lane(
                        "web",
                        () -> {
                            turns.incrementAndGet();
                            begun.countDown();
                            await(go);
                        },
                        new Semaphore(1));
        lane.ask();
        await(begun);

        lane.ask();
        lane.ask();
        var last = lane.ask();
        go.countDown();
        last.get(5, TimeUnit.SECONDS);

        assertThat(turns).hasValue(2);
    }

    @Test
    void a_turn_that_breaks_is_taken_again_and_others_are_not_held_up() throws Exception {
        var places = new Semaphore(1);
        var broken =
                new Lane(
                        "broken",
                        () -> {
                            if (turns.incrementAndGet() < 2) {
                                throw new IllegalStateException("on purpose");
                            }
                        },
                        places);
        var good = new Lane("good", () -> {}, places);

        var repaired = broken.ask();
        good.ask().get(5, TimeUnit.SECONDS);
        repaired.get(10, TimeUnit.SECONDS);

        assertThat(turns).hasValue(2);
    }

    @Test
    void asking_wakes_a_lane_that_waits_after_a_broken_turn() {
        var lane =
                new Lane(
                        "web",
                        () -> {
                            if (turns.incrementAndGet() < 8) {
                                throw new IllegalStateException("on purpose");
                            }
                        },
                        new Semaphore(1));
        var served = lane.ask();

        // eight tries would take a minute if nobody asked
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            lane.ask();
                            return served.isDone();
                        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
