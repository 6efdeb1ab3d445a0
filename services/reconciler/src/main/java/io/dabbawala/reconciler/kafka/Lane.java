package io.dabbawala.reconciler.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * The turns of one application, one after the other. Whoever asks for a turn gets one that began
 * after asking; who asks while one is waiting shares it. A turn that breaks is taken again, later
 * and later, or as soon as somebody asks.
 */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String name;
    private final Runnable turn;
    private final Semaphore places;
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private boolean isRunning;

    /**
     * @param places how many lanes may be in a turn at the same time
     */
    Lane(String name, Runnable turn, Semaphore places) {
        this.name = name;
        this.turn = turn;
        this.places = places;
    }

    synchronized CompletableFuture<Void> ask() {
        var served = new CompletableFuture<Void>();
        waiting.add(served);
        if (isRunning) {
            notifyAll();
        } else {
            isRunning = true;
            Thread.ofVirtual().name("lane " + name).start(this::run);
        }
        return served;
    }

    private void run() {
        var pause = FIRST_PAUSE;
        var unserved = new ArrayList<CompletableFuture<Void>>();
        while (true) {
            synchronized (this) {
                if (waiting.isEmpty() && unserved.isEmpty()) {
                    isRunning = false;
                    return;
                }
                unserved.addAll(waiting);
                waiting = new ArrayList<>();
            }
            if (take()) {
                unserved.forEach(one -> one.complete(null));
                unserved.clear();
                pause = FIRST_PAUSE;
            } else {
                await(pause);
                var longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        }
    }

    private boolean take() {
        places.acquireUninterruptibly();
        try {
            turn.run();
            return true;
        } catch (RuntimeException e) { // this application waits, the others go on
            LOG.warnf(e, "turn broke, it is taken again: application=%s", name);
            return false;
        } finally {
            places.release();
        }
    }

    private synchronized void await(Duration pause) {
        try {
            if (waiting.isEmpty()) {
                wait(pause.toMillis());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
