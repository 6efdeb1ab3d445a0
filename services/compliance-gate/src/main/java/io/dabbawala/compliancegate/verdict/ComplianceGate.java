package io.dabbawala.compliancegate.verdict;

import io.dabbawala.compliancegate.approval.ApprovalRule;
import io.dabbawala.compliancegate.approval.Order;
import io.dabbawala.compliancegate.calendar.Passage;
import io.dabbawala.compliancegate.calendar.SyncWindows;
import io.dabbawala.compliancegate.calendar.UnreadableWindow;
import io.dabbawala.compliancegate.document.Document;
import io.dabbawala.compliancegate.plan.Plan;
import io.dabbawala.compliancegate.policy.Finding;
import io.dabbawala.compliancegate.policy.PolicyJudge;
import io.dabbawala.compliancegate.verdict.Decision.Admitted;
import io.dabbawala.compliancegate.verdict.Decision.Denied;
import io.dabbawala.compliancegate.verdict.Decision.Held;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Admits, denies or holds a plan. */
public final class ComplianceGate {

    private final PolicyJudge policies;

    public ComplianceGate(PolicyJudge policies) {
        this.policies = policies;
    }

    /** Answers the docket's plan, which would bring about these manifests. */
    public Decision judge(
            Plan plan, List<Document> manifests, Docket docket, Rules rules, Instant now) {
        var quarantined = docket.quarantine().of(plan, docket.orders());
        if (quarantined.isPresent()) {
            return new Denied(
                    "QUARANTINED: %s was rolled back at %s: %s"
                            .formatted(
                                    plan.digest(),
                                    quarantined.get().since(),
                                    quarantined.get().reason()),
                    List.of());
        }
        var findings =
                new Admissions(plan, manifests)
                        .all().stream()
                                .flatMap(it -> policies.judge(rules.policies(), it).stream())
                                .toList();
        if (plan.isRollback()) {
            return new Admitted("", findings);
        }
        if (findings.stream().anyMatch(Finding::denies)) {
            return new Denied(violation(findings), findings);
        }
        var rejection = docket.orders().rejection(plan);
        if (rejection.isPresent()) {
            return new Denied("REJECTED: " + rejection.get().said(), findings);
        }
        return unlessHeld(plan, docket, rules, findings, now);
    }

    /** Whether time alone has not changed the last answer. */
    public boolean stands(Docket docket, Rules rules, Instant now) {
        var plan = docket.plan();
        var said = docket.said();
        if (plan == null || said == null || !rules.digest().equals(docket.rules())) {
            return false;
        }
        return !said.startsWith(Decision.HELD)
                || hold(plan, docket, rules, now)
                        .map(reason -> new Held(reason, List.of()).step().equals(said))
                        .orElse(false);
    }

    private static Decision unlessHeld(
            Plan plan, Docket docket, Rules rules, List<Finding> findings, Instant now) {
        var hold = hold(plan, docket, rules, now);
        if (hold.isEmpty()) {
            return new Admitted("", findings);
        }
        return docket.orders()
                .brokenGlass(plan, now)
                .<Decision>map(order -> new Admitted(glass(order, hold.get()), findings))
                .orElseGet(() -> new Held(hold.get(), findings));
    }

    /** What is in the way for now, beginning with its code. */
    private static Optional<String> hold(Plan plan, Docket docket, Rules rules, Instant now) {
        return Stream.of(
                        docket.orders().freeze(now).map(ComplianceGate::frozen),
                        window(plan, docket, rules, now),
                        approval(plan, docket, rules, now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> window(Plan plan, Docket docket, Rules rules, Instant now) {
        try {
            var windows =
                    SyncWindows.of(rules.project(plan.project()), plan.name(), plan.destination());
            var started = Optional.ofNullable(docket.admittedAt());
            return switch (windows.passage(now, plan.isManual(), started)) {
                case Passage.Open _ -> Optional.empty();
                case Passage.Closed(var reason, var until) ->
                        Optional.of(
                                "WINDOW_CLOSED: %s%s"
                                        .formatted(
                                                reason,
                                                until.map(time -> ", until " + time).orElse("")));
            };
        } catch (UnreadableWindow e) {
            return Optional.of(
                    "WINDOW_UNREADABLE: AppProject %s: %s".formatted(plan.project(), e.reason()));
        }
    }

    private static Optional<String> approval(Plan plan, Docket docket, Rules rules, Instant now) {
        return rules.approvals().stream()
                .filter(rule -> rule.concerns(plan))
                .flatMap(rule -> missing(rule, plan, docket, now).stream())
                .findFirst();
    }

    private static Optional<String> missing(
            ApprovalRule rule, Plan plan, Docket docket, Instant now) {
        var approvers = docket.orders().approvers(plan, rule.validity(), now);
        return approvers.size() >= rule.required()
                ? Optional.empty()
                : Optional.of(
                        "APPROVAL_NEEDED: %d of %d approvals that Gate %s asks for%s"
                                .formatted(
                                        approvers.size(),
                                        rule.required(),
                                        rule.name(),
                                        approvers.isEmpty()
                                                ? ""
                                                : " (" + String.join(", ", approvers) + ")"));
    }

    private static String frozen(Order order) {
        return "FROZEN: %s%s"
                .formatted(
                        order.said(),
                        order.expiresAt() == null ? "" : ", until " + order.expiresAt());
    }

    private static String glass(Order order, String hold) {
        return "BREAK_GLASS: %s (passes %s)".formatted(order.said(), hold);
    }

    private static String violation(List<Finding> findings) {
        var denying = findings.stream().filter(Finding::denies).toList();
        var first = denying.getFirst();
        return "POLICY_VIOLATION: %s on %s%s: %s%s"
                .formatted(
                        first.policy(),
                        first.object(),
                        first.field().map(field -> " " + field).orElse(""),
                        first.message(),
                        denying.size() > 1 ? " (and %d more)".formatted(denying.size() - 1) : "");
    }
}
