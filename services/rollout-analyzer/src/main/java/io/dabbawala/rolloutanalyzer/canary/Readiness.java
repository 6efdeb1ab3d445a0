package io.dabbawala.rolloutanalyzer.canary;

/** How the pods of both tracks are. */
public record Readiness(boolean canary, boolean primary, boolean deadlineExceeded) {}
