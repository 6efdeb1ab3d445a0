package io.dabbawala.platform.streams;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;

/** How long a thread of a stream waits between two attempts; it ends when the stream is stopped. */
public final class Pause implements KafkaStreams.StateListener {

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Duration length;

    public Pause(Duration length) {
        this.length = length;
    }

    @Override
    public void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        if (now.hasStartedOrFinishedShuttingDown()) {
            stopped.countDown();
        }
    }

    /** Waits; false if there is nothing to wait for any more. */
    boolean passes() {
        try {
            return !stopped.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
