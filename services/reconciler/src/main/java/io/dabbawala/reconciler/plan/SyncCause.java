package io.dabbawala.reconciler.plan;

/** Why a plan exists. */
public enum SyncCause {
    COMMIT,
    LIVE_CHANGE,
    ROLLBACK,
    COMMAND
}
