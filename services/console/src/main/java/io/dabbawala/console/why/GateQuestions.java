package io.dabbawala.console.why;

import io.dabbawala.console.event.Reason;
import io.dabbawala.console.event.Sentence;
import io.dabbawala.console.event.Verdict;
import io.dabbawala.console.event.Verdict.Decision;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.Plan;
import java.util.List;
import java.util.Optional;

/** What the gate said about the newest plan. */
final class GateQuestions {

    static Optional<Explanation> isDenied(ApplicationView view) {
        return verdict(view, Decision.DENIED)
                .map(
                        verdict ->
                                new Explanation(
                                        "Denied",
                                        Sentence.revision(verdict.revision())
                                                + " is "
                                                + verdict.summary(),
                                        denials(verdict),
                                        afterDenial(view, verdict)));
    }

    static Optional<Explanation> isHeld(ApplicationView view) {
        return verdict(view, Decision.HELD)
                .map(
                        verdict ->
                                new Explanation(
                                        "Held",
                                        Sentence.revision(verdict.revision())
                                                + " is "
                                                + verdict.summary(),
                                        List.of(Why.written(verdict.reason(), "HELD", verdict)),
                                        afterHold(view, verdict)));
    }

    private static List<Why> denials(Verdict verdict) {
        return verdict.denying().isEmpty()
                ? List.of(Why.written(verdict.reason(), "DENIED", verdict))
                : verdict.denying().stream().map(finding -> Why.broken(finding, verdict)).toList();
    }

    private static String afterDenial(ApplicationView view, Verdict verdict) {
        return switch (Reason.of(verdict.reason(), "").code()) {
            case "QUARANTINED" ->
                    "push a revision that changes what was rolled back, or whoever answers for it"
                            + " lifts the quarantine: dabba lift-quarantine %s --reason ..."
                                    .formatted(view.application());
            case Reason.REJECTED ->
                    "nothing is applied; push another revision, or approve this one after all:"
                            + " dabba approve %s --reason ...".formatted(view.application());
            default ->
                    verdict.denying().isEmpty()
                            ? "nothing is applied; what the reason names must change first"
                            : "nothing is applied; push a revision that keeps the policy, or the"
                                    + " owner of the policy grants a waiver in Git";
        };
    }

    private static String afterHold(ApplicationView view, Verdict verdict) {
        return switch (Reason.of(verdict.reason(), "HELD").code()) {
            case "APPROVAL_NEEDED" ->
                    "nothing is applied until somebody answers:"
                            + " dabba approve %1$s --reason ... or dabba reject %1$s --reason ..."
                                    .formatted(view.application());
            case "WINDOW_CLOSED" ->
                    "the gate admits it by itself once the window opens; if it cannot wait:"
                            + " dabba break-glass %s --reason ...".formatted(view.application());
            case "WINDOW_UNREADABLE" ->
                    "nothing is applied until the windows can be read; mend the AppProject and push";
            case "FROZEN" ->
                    "the gate admits it once the freeze is over; to end it:"
                            + " dabba resume %s --reason ...".formatted(view.application());
            case "BUDGET_EXHAUSTED" -> "the gate admits it once the error budget recovers";
            default -> "the gate asks itself again; nothing is applied until it admits";
        };
    }

    private static Optional<Verdict> verdict(ApplicationView view, Decision decision) {
        return Optional.ofNullable(view.desired())
                .map(desired -> view.plan().step(desired.generation()))
                .flatMap(
                        step ->
                                step instanceof Plan.Step.Judged(var verdict)
                                        ? Optional.of(verdict)
                                        : Optional.empty())
                .filter(verdict -> verdict.decision() == decision);
    }

    private GateQuestions() {}
}
