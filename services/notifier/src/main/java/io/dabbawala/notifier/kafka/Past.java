package io.dabbawala.notifier.kafka;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is over: events before a certain time, and notices that were settled or are being settled.
 * The memory is bounded and forgets the oldest first.
 */
public final class Past {

    private static final int MOST = 100_000;

    private final Instant begin;
    private final Set<String> notices =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST;
                        }
                    });

    /**
     * @param begin what happened before it is not told any more
     */
    public Past(Instant begin) {
        this.begin = begin;
    }

    boolean isOver(Instant time) {
        return time.isBefore(begin);
    }

    /** Whether nobody has settled it or is about to; from now on somebody is. */
    public synchronized boolean claim(String notice) {
        return notices.add(notice);
    }
}
