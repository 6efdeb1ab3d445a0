package io.dabbawala.reconciler.cluster;

/** What became of one deletion. */
public sealed interface DeleteOutcome {

    /** Accepted; finalizers may keep the object for a while. */
    record Deleted() implements DeleteOutcome {}

    record AlreadyGone() implements DeleteOutcome {}

    record Refused(Refusal reason, String message) implements DeleteOutcome {}
}
