package io.dabbawala.reconciler.rollout;

/**
 * Whether the pods of both tracks can serve.
 *
 * @param deadlineExceeded whether the track that is changing has had its time
 */
public record Readiness(boolean canary, boolean primary, boolean deadlineExceeded) {}
