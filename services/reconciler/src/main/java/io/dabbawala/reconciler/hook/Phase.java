package io.dabbawala.reconciler.hook;

import java.util.Arrays;
import java.util.Optional;

/** The parts of a sync and of a deletion, in the order in which they come. */
public enum Phase {
    PRE_SYNC("PreSync"),
    SYNC("Sync"),
    POST_SYNC("PostSync"),
    /** Only after a failure. */
    SYNC_FAIL("SyncFail"),
    PRE_DELETE("PreDelete"),
    POST_DELETE("PostDelete");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    static Optional<Phase> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** Whether it is a part of deleting the application, not of syncing it. */
    public boolean isOfDeletion() {
        return switch (this) {
            case PRE_SYNC, SYNC, POST_SYNC, SYNC_FAIL -> false;
            case PRE_DELETE, POST_DELETE -> true;
        };
    }

    /** As annotations spell it: {@code PreSync}. */
    @Override
    public String toString() {
        return word;
    }
}
