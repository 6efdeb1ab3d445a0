package io.dabbawala.reconciler.sync.verdict;

import java.time.Instant;

/**
 * The gate's answer for one plan.
 *
 * @param attestation a DSSE envelope; empty if there is none
 */
public record Verdict(
        String application,
        long generation,
        String planDigest,
        String cluster,
        Decision decision,
        String reason,
        String attestation,
        Instant judgedAt) {

    public enum Decision {
        ADMITTED,
        DENIED,
        HELD
    }
}
