package io.dabbawala.cli.print;

import java.util.Set;

/** Colours by meaning; without colour every text comes back as it was. */
public record Palette(boolean coloured) {

    private static final Set<String> GOOD =
            Set.of(
                    "Synced",
                    "Healthy",
                    "Delivered",
                    "Succeeded",
                    "Initialized",
                    "SUCCEEDED",
                    "CREATED",
                    "CONFIGURED",
                    "UNCHANGED",
                    "PRUNED");
    private static final Set<String> BAD =
            Set.of(
                    "Degraded",
                    "Denied",
                    "Failed",
                    "Missing",
                    "RolledBack",
                    "Unrenderable",
                    "SyncFailed",
                    "FAILED",
                    "CONFLICTED",
                    "REJECTED");
    private static final Set<String> MOVING =
            Set.of(
                    "OutOfSync",
                    "Syncing",
                    "Held",
                    "Progressing",
                    "InProgress",
                    "Suspended",
                    "Paused",
                    "Initializing",
                    "Waiting",
                    "WaitingPromotion",
                    "Promoting",
                    "Finalising",
                    "OUT_OF_DATE",
                    "PRUNE_SKIPPED");

    /** A word that says where something stands. */
    public String state(String word) {
        if (GOOD.contains(word)) {
            return painted("32", word);
        }
        if (BAD.contains(word)) {
            return painted("31", word);
        }
        return MOVING.contains(word) ? painted("33", word) : word;
    }

    public String bold(String text) {
        return painted("1", text);
    }

    public String dim(String text) {
        return painted("2", text);
    }

    public String bad(String text) {
        return painted("31", text);
    }

    private String painted(String code, String text) {
        return coloured && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
