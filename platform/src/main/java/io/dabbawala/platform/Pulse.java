package io.dabbawala.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * Notices that this process stood still: stopped by a signal, on a machine that was frozen. When it
 * goes on, what it has may be somebody else's already, and it takes a moment until its consumers
 * hear of that. Until then it must take nothing for its own.
 */
public final class Pulse implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Pulse.class);

    private static final Duration BEAT = Duration.ofMillis(500);

    /** A consumer is missed after ten seconds; its last heartbeat may have been three before. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** From one heartbeat of a consumer to the answer to the next, and the poll after it. */
    private static final Duration DOUBT = Duration.ofSeconds(4);

    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile Instant last;
    private volatile Instant certainAt = Instant.MIN;
    private boolean wasInDoubt;

    Pulse(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
        this.thread = Thread.ofPlatform().daemon().name("pulse").unstarted(this::run);
    }

    /** One that beats until it is closed. */
    static Pulse start(InstantSource clock) {
        var pulse = new Pulse(clock);
        pulse.thread.start();
        return pulse;
    }

    /** Whether others may have what was ours without our having heard of it. */
    public boolean isInDoubt() {
        var now = clock.instant();
        return stoodStill(now) || now.isBefore(certainAt);
    }

    /** Runs it each time a doubt is over: whatever is still ours is, but something was missed. */
    public void whenCertainAgain(Runnable listener) {
        listeners.add(listener);
    }

    void beat() {
        var now = clock.instant();
        if (stoodStill(now)) {
            LOG.warnf("stood still: from=%s to=%s", last, now);
            certainAt = now.plus(DOUBT);
            wasInDoubt = true;
        } else if (wasInDoubt && !now.isBefore(certainAt)) {
            wasInDoubt = false;
            listeners.forEach(Thread::startVirtualThread); // the beat waits for none of them
        }
        last = now;
    }

    private boolean stoodStill(Instant now) {
        return now.isAfter(last.plus(LONGEST));
    }

    private void run() {
        try {
            while (true) {
                beat();
                Thread.sleep(BEAT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
