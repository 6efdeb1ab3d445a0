package io.dabbawala.reconciler.operation;

import io.dabbawala.reconciler.object.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Somebody agreed to deletions that need a confirmation.
 *
 * @param at when; the far past: nobody did
 */
public record Approval(Instant at) {

    public static final Approval NONE = new Approval(Instant.MIN);

    private static final String ANNOTATION = "argocd.argoproj.io/deletion-approved";

    /** An annotation of the Application that is no time says nothing. */
    public static Approval of(Map<String, ?> annotations) {
        try {
            return new Approval(
                    OffsetDateTime.parse(Tree.text(annotations, ANNOTATION)).toInstant());
        } catch (DateTimeException _) {
            return NONE;
        }
    }

    /** It counts for what began then or before. */
    public boolean countsFor(Instant start) {
        return !at.isBefore(start);
    }
}
