package io.dabbawala.notifier.send;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** One line of waiting notices per recipient, first come, first served. */
public final class Lanes {

    private static final int LONGEST = 500;

    private final Map<String, Lane> lanes = new HashMap<>();
    private final Courier courier;
    private final Executor threads;
    private final Clock clock;

    /**
     * @param threads at least one for each recipient, or they hold each other up
     */
    public Lanes(Courier courier, Executor threads, Clock clock) {
        this.courier = courier;
        this.threads = threads;
        this.clock = clock;
    }

    /** Completes when the notice is settled. */
    public synchronized CompletionStage<Settlement> deliver(Notice notice) {
        var lane = lanes.computeIfAbsent(notice.lane(), _ -> new Lane());
        if (lane.waiting >= LONGEST) {
            return CompletableFuture.completedFuture(
                    Settlement.failed(
                            0, "QUEUE_FULL: %d notices wait for it".formatted(lane.waiting)));
        }
        lane.waiting++;
        var due = clock.instant();
        var settled = lane.last.handleAsync((_, _) -> courier.deliver(notice, due), threads);
        lane.last = settled;
        return settled.whenComplete((_, _) -> leave(notice.lane(), lane));
    }

    private synchronized void leave(String name, Lane lane) {
        lane.waiting--;
        if (lane.waiting == 0) {
            lanes.remove(name);
        }
    }

    private static final class Lane {
        private CompletableFuture<?> last = CompletableFuture.completedFuture("nobody");
        private int waiting;
    }
}
