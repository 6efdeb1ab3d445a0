package io.dabbawala.compliancegate.cel;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs somebody's program on a thread of its own and stops waiting at the deadline. Few threads
 * exist: when all of them are still busy with what does not end, the next program is refused.
 */
final class Fence {

    private static final int THREADS = 4;
    private static final long STACK_BYTES = 1 << 20;

    private final Duration deadline;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Fence::thread);

    Fence(Duration deadline) {
        this.deadline = deadline;
    }

    /**
     * @throws BeyondLimit at the deadline
     * @throws ExecutionException with what the work threw
     */
    <T> T within(Callable<T> work) throws ExecutionException {
        var running = submit(work);
        try {
            return running.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            running.cancel(true);
            throw new BeyondLimit("takes longer than " + deadline);
        } catch (InterruptedException _) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new BeyondLimit("was interrupted");
        }
    }

    private <T> java.util.concurrent.Future<T> submit(Callable<T> work) {
        try {
            return threads.submit(work);
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
