package io.dabbawala.reconciler.rollout;

/** Flagger's words for where a rollout is. */
public enum Phase {
    INITIALIZING,
    INITIALIZED,
    PROGRESSING,
    PROMOTING,
    FINALISING,
    SUCCEEDED,
    FAILED
}
