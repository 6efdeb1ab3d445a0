package io.dabbawala.reconciler.kafka.memory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Follows a topic in a thread of its own until it is closed; what broke begins anew. */
public final class Follower {

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private final Runnable reading;

    /** {@code reading} reads the topic from its beginning for as long as this is open. */
    public Follower(String topic, Runnable reading) {
        this.thread = new Thread(this::run, topic);
        this.reading = reading;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the reading within a moment. */
    public void close() {
        closed.countDown();
    }

    public boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void run() {
        while (isOpen()) {
            try {
                reading.run();
            } catch (RuntimeException e) { // the broker or the registry is away: begin anew
                LOG.warnf(e, "%s not read, tried again", thread.getName());
                pause();
            }
        }
    }

    private void pause() {
        try {
            closed.await(PAUSE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            close();
        }
    }
}
