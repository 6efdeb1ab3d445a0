package io.dabbawala.reconciler.sync;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a turn.
 *
 * @param progress from which the next turn goes on, once the events are safe
 * @param waiting what is waited for, beginning with a code; empty if nothing is
 * @param wakeAt when to look again even if nothing happens
 * @param isCommandDone whether the command needs no more turns
 * @param isInSync whether the cluster is as declared
 */
public record Turn(
        List<SyncEvent> events,
        Progress progress,
        String waiting,
        @Nullable Instant wakeAt,
        boolean isCommandDone,
        boolean isInSync) {

    public Turn {
        events = List.copyOf(events);
    }

    static Turn waiting(List<SyncEvent> events, Progress progress, String reason) {
        return new Turn(events, progress, reason, null, false, false);
    }

    static Turn waiting(
            List<SyncEvent> events, Progress progress, String reason, @Nullable Instant wakeAt) {
        return new Turn(events, progress, reason, wakeAt, false, false);
    }

    Turn commandDone() {
        return new Turn(events, progress, waiting, wakeAt, true, isInSync);
    }

    Turn preceded(SyncEvent event) {
        return telling(Stream.concat(Stream.of(event), events.stream()).toList(), progress);
    }

    Turn followed(SyncEvent event, Progress next) {
        return telling(Stream.concat(events.stream(), Stream.of(event)).toList(), next);
    }

    public boolean tellsResult() {
        return events.stream().anyMatch(SyncEvent.Finished.class::isInstance);
    }

    private Turn telling(List<SyncEvent> all, Progress next) {
        return new Turn(all, next, waiting, wakeAt, isCommandDone, isInSync);
    }
}
