package io.dabbawala.console.event;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Something that happened. */
public sealed interface Event
        permits Push,
                Commit,
                Declaration,
                Desired,
                Drift,
                SyncRequest,
                Verdict,
                SyncResult,
                RolloutProgress,
                Judgement,
                Rollback,
                Budget,
                Order,
                Notice,
                DeadLetterKept,
                Removal {

    Header header();

    /** {@code namespace/name}, or empty for an event that belongs to no application. */
    String application();

    /** One sentence an operator can read. */
    String summary();

    /** Grows with every desired state of an application; 0 where an event has none. */
    default long generation() {
        return 0;
    }

    default Instant time() {
        return header().time();
    }

    /** The one that holds of two events of one kind, whichever was read first. */
    static <E extends Event> E later(@Nullable E known, E seen) {
        return known == null || ORDER.compare(known, seen) < 0 ? seen : known;
    }

    Comparator<Event> ORDER =
            Comparator.comparingLong(Event::generation)
                    .thenComparing(Event::time)
                    .thenComparing(event -> event.header().id());
}
