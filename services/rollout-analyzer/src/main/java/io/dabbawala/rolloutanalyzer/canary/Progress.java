package io.dabbawala.rolloutanalyzer.canary;

import java.time.Instant;

/** What the cluster looked like: the reconciler's last word. The weight is the one written. */
public record Progress(
        Subject subject,
        Revisions revisions,
        Phase phase,
        int canaryWeight,
        Readiness readiness,
        Instant observedAt) {}
