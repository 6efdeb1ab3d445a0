package io.dabbawala.testkit.twin.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last events, oldest first; what fell off the end is known to be gone. */
final class History {

    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private final int remembered;
    private long forgotten;

    History(int remembered) {
        this.remembered = remembered;
    }

    void add(Event event) {
        events.add(event);
        if (events.size() > remembered) {
            forgotten = events.remove().version();
        }
    }

    void forget(long upTo) {
        events.removeIf(event -> event.version() <= upTo);
        forgotten = Math.max(forgotten, upTo);
    }

    Optional<List<Event>> since(long after) {
        if (after < forgotten) {
            return Optional.empty();
        }
        var later = new ArrayList<Event>();
        var newestFirst = events.descendingIterator();
        while (newestFirst.hasNext()) {
            var event = newestFirst.next();
            if (event.version() <= after) {
                break;
            }
            later.addFirst(event);
        }
        return Optional.of(later);
    }
}
