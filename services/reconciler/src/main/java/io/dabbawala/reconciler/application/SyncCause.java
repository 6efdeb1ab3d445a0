package io.dabbawala.reconciler.application;

/** Why a plan exists. */
public enum SyncCause {
    COMMIT,
    LIVE_CHANGE,
    ROLLBACK,
    COMMAND
}
