package io.dabbawala.reconciler.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * A change is healed at once. One that comes again right after it was healed is a fight with
 * another writer: then there is a pause of 1 s, 2 s, 4 s, and never more than 5 s.
 *
 * @param fights in a row
 * @param healedAt the last time
 * @param isSeen whether the first change since then was told
 */
record SlowDown(int fights, Instant healedAt, boolean isSeen) {

    static final SlowDown NONE = new SlowDown(0, Instant.EPOCH, true);

    /** Whoever changes an object once a second leaves it in peace longer than that. */
    private static final Duration PEACE = Duration.ofMillis(500);

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int ENOUGH = 4;

    SlowDown healed(Instant now) {
        return new SlowDown(fights, now, false);
    }

    /** The first change since it was healed says whether that is a fight. */
    SlowDown changed(Instant now) {
        if (isSeen) {
            return this;
        }
        var isFight = now.isBefore(healedAt.plus(PEACE));
        return new SlowDown(isFight ? Math.min(fights + 1, ENOUGH) : 0, healedAt, true);
    }

    boolean isFight() {
        return fights > 0;
    }

    /** When it may be healed again. */
    Instant next() {
        var pause = PEACE.multipliedBy(fights == 0 ? 0 : 1L << fights);
        return healedAt.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }
}
