package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.ApplyOutcome.FieldConflict;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.object.Tree;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what the API server says when it says no. */
final class Refusals {

    private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]+)\"");

    static final ApplyOutcome OVERTAKEN =
            new ApplyOutcome.Refused(
                    Refusal.PRECONDITION_FAILED,
                    "it was applied or pruned by another instance since it was looked at");

    /** What became of an apply that was answered so. */
    static ApplyOutcome outcome(Answer answer) {
        var conflicts =
                answer.code() == Answer.CONFLICT ? conflicts(answer) : List.<FieldConflict>of();
        return conflicts.isEmpty()
                ? new ApplyOutcome.Refused(of(answer), answer.message())
                : new ApplyOutcome.Conflicted(conflicts);
    }

    static Refusal of(Answer answer) {
        if (answer.message().matches("(?s).*(denied (the )?request|quota).*")) {
            return Refusal.ADMISSION_DENIED;
        }
        return switch (answer.code()) {
            case Answer.FORBIDDEN -> Refusal.FORBIDDEN;
            case Answer.NOT_FOUND -> Refusal.NOT_FOUND;
            case Answer.CONFLICT -> Refusal.PRECONDITION_FAILED;
            case Answer.GONE -> Refusal.GONE;
            default -> Refusal.INVALID;
        };
    }

    /** Who owns the fields that were not given up; empty if that was not the reason. */
    static List<FieldConflict> conflicts(Answer answer) {
        return Tree.list(answer.tree(), "details", "causes").stream()
                .filter(one -> Tree.text(one, "reason").equals("FieldManagerConflict"))
                .map(one -> new FieldConflict(Tree.text(one, "field"), manager(one)))
                .toList();
    }

    private static String manager(Object cause) {
        var message = Tree.text(cause, "message");
        var found = MANAGER.matcher(message);
        return found.find() ? found.group(1) : message;
    }

    private Refusals() {}
}
