package io.dabbawala.console.event;

/** Why a plan exists. */
public enum SyncCause {
    UNKNOWN,
    COMMIT,
    LIVE_CHANGE,
    ROLLBACK,
    COMMAND
}
