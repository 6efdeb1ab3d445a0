package io.dabbawala.expressions;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs somebody's program on a thread of its own and stops waiting at the deadline. Few run at a
 * time: when none of them ends before the deadline, the next program is refused. One that waits for
 * a place and then runs may so take two deadlines. A program that was given up takes no second
 * thread before it has ended.
 */
final class Fence {

    private static final int PLACES = 4;
    private static final long STACK_BYTES = 1 << 20;

    private final Duration deadline;
    private final Semaphore places = new Semaphore(PLACES);
    private final ExecutorService threads = Executors.newCachedThreadPool(Fence::thread);

    /** By program: whether the run that was given up has ended since. */
    private final Map<String, AtomicBoolean> runaways = new ConcurrentHashMap<>();

    Fence(Duration deadline) {
        this.deadline = deadline;
    }

    /**
     * @throws BeyondLimit at the deadline
     * @throws ExecutionException with what the work threw
     */
    <T> T within(String program, Callable<T> work) throws ExecutionException {
        var earlier = runaways.get(program);
        if (earlier != null && !earlier.get()) {
            throw new BeyondLimit("does not end, and is not begun again before it does");
        }
        runaways.remove(program);
        var running = new FutureTask<>(work);
        var hasEnded = new AtomicBoolean();
        try {
            start(running, hasEnded);
            return running.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            runaways.put(program, hasEnded);
            running.cancel(true);
            throw new BeyondLimit("takes longer than " + deadline);
        } catch (InterruptedException _) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new BeyondLimit("was interrupted");
        }
    }

    private void start(Runnable work, AtomicBoolean hasEnded) throws InterruptedException {
        if (!places.tryAcquire(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BeyondLimit("cannot start: %d others do not end".formatted(PLACES));
        }
        threads.execute(
                () -> {
                    try {
                        work.run();
                    } finally {
                        hasEnded.set(true);
                        places.release();
                    }
                });
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(null, work, "expression", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
