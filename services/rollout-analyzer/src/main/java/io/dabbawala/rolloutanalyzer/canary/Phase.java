package io.dabbawala.rolloutanalyzer.canary;

/** Flagger's words for where a rollout is. Unknown is a word of a newer reconciler. */
public enum Phase {
    UNKNOWN,
    INITIALIZING,
    INITIALIZED,
    WAITING,
    PROGRESSING,
    WAITING_PROMOTION,
    PROMOTING,
    FINALISING,
    SUCCEEDED,
    FAILED;

    /** Whether an attempt is between its start and its end. */
    public boolean isUnderWay() {
        return switch (this) {
            case PROGRESSING, WAITING_PROMOTION, PROMOTING, FINALISING -> true;
            case UNKNOWN, INITIALIZING, INITIALIZED, WAITING, SUCCEEDED, FAILED -> false;
        };
    }

    boolean isEnd() {
        return this == SUCCEEDED || this == FAILED;
    }
}
