package io.dabbawala.reconciler.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnTimeTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final OwnTime TIME = new OwnTime(SHORT, PATIENCE);

    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void one_that_waits_for_others_has_as_long_as_there_is_patience() throws InterruptedException {
        var waits = Thread.ofPlatform().start(this::waitForTheEnd);
        Thread.ofPlatform().start(() -> endAfter(SHORT.multipliedBy(4)));

        assertThat(TIME.isEnoughFor(waits)).isTrue();
    }

    @Test
    void one_that_computes_has_its_limit() {
        var computes = Thread.ofPlatform().daemon().start(this::computeToTheEnd);

        assertTimeout(
                PATIENCE.dividedBy(2), () -> assertThat(TIME.isEnoughFor(computes)).isFalse());
    }

    @Test
    void patience_ends_too() throws InterruptedException {
        var waits = Thread.ofPlatform().daemon().start(this::waitForTheEnd);

        assertThat(new OwnTime(SHORT, SHORT.multipliedBy(3)).isEnoughFor(waits)).isFalse();
    }

    @Test
    void what_is_done_at_once_is_enough() throws InterruptedException {
        assertThat(TIME.isEnoughFor(Thread.ofPlatform().start(() -> {}))).isTrue();
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void computeToTheEnd() {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private void endAfter(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        end.countDown();
    }
}
