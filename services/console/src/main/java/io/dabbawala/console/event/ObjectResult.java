package io.dabbawala.console.event;

import java.util.Locale;

/** What a sync did to one object. */
public record ObjectResult(ObjectRef object, Outcome outcome, Health health, String message) {

    public enum Outcome {
        UNKNOWN,
        CREATED,
        CONFIGURED,
        UNCHANGED,
        PRUNED,
        PRUNE_SKIPPED,
        CONFLICTED,
        REJECTED,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public boolean isFailed() {
        return switch (outcome) {
            case CONFLICTED, REJECTED, FAILED -> true;
            case UNKNOWN, CREATED, CONFIGURED, UNCHANGED, PRUNED, PRUNE_SKIPPED -> false;
        };
    }

    public String sentence() {
        return Sentence.because(object + " " + outcome.word(), Reason.said(message));
    }
}
