package io.dabbawala.compliancegate.plan;

/** Why a plan exists. */
public enum Cause {
    UNKNOWN,
    COMMIT,
    LIVE_CHANGE,
    ROLLBACK,
    COMMAND
}
