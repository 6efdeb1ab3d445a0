package io.dabbawala.reconciler.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * Heals at once the first time, then after 2 s, 6 s, 18 s ... at most 300 s: somebody may be
 * changing it back. After a while of peace it starts anew.
 */
record SlowDown(int times, Instant last) {

    static final SlowDown NONE = new SlowDown(0, Instant.EPOCH);

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(300);
    private static final Duration PEACE = Duration.ofSeconds(330);
    private static final int FACTOR = 3;

    SlowDown again(Instant now) {
        return new SlowDown(isOver(now) ? 1 : times + 1, now);
    }

    Instant next(Instant now) {
        if (times == 0 || isOver(now)) {
            return now;
        }
        var pause = FIRST;
        for (int i = 1; i < times && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return last.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    private boolean isOver(Instant now) {
        return now.isAfter(last.plus(PEACE));
    }
}
