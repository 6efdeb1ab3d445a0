package io.dabbawala.rolloutanalyzer.canary;

/** The revision being delivered, and the one that was promoted last. */
public record Revisions(
        String revision, String digest, String promotedRevision, String promotedDigest) {}
