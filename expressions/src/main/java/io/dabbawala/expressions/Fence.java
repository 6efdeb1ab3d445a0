package io.dabbawala.expressions;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs somebody's program on a thread of its own and stops waiting at the deadline. Few threads
 * exist: when all of them are still busy with what does not end, the next program is refused. A
 * program that was given up takes no second thread before it has ended.
 */
final class Fence {

    private static final int THREADS = 4;
    private static final long STACK_BYTES = 1 << 20;

    private final Duration deadline;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Fence::thread);

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
        var hasEnded = new AtomicBoolean();
        var running = submit(work, hasEnded);
        try {
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

    private <T> Future<T> submit(Callable<T> work, AtomicBoolean hasEnded) {
        try {
            return threads.submit(
                    () -> {
                        try {
                            return work.call();
                        } finally {
                            hasEnded.set(true);
                        }
                    });
        } catch (RejectedExecutionException _) {
            throw new BeyondLimit("cannot start: %d others do not end".formatted(THREADS));
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(null, work, "expression", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
