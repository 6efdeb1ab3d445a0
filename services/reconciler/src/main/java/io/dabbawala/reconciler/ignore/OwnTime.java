package io.dabbawala.reconciler.ignore;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How long a thread may compute. The time it waits for a processor is not its own: on a machine
 * that has too much to do nothing is given up that would have been done at once.
 *
 * @param limit of its own time
 * @param patience with the machine
 */
record OwnTime(Duration limit, Duration patience) {

    /** Returns once it has ended, or has had enough. */
    boolean isEnoughFor(Thread thread) throws InterruptedException {
        var left = patience;
        while (left.isPositive() && ownTime(thread).compareTo(limit) < 0) {
            if (thread.join(limit)) {
                return true;
            }
            left = left.minus(limit);
        }
        return !thread.isAlive();
    }

    /** Of one that has ended, or where nobody counts, none is known. */
    private static Duration ownTime(Thread thread) {
        return Duration.ofNanos(
                ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
    }
}
