package io.dabbawala.compliancegate.verdict;

import io.dabbawala.compliancegate.approval.Order;
import io.dabbawala.compliancegate.approval.Orders;
import io.dabbawala.compliancegate.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gate knows about one application.
 *
 * @param plan the newest one asked about
 * @param declared the newest generation declared
 * @param said the last answer to that plan, as {@link Decision#step}
 * @param rules the digest of the rules it was given by
 * @param admittedAt when this generation was let through first
 */
public record Docket(
        @Nullable Plan plan,
        long declared,
        @Nullable String said,
        @Nullable String rules,
        @Nullable Instant admittedAt,
        Orders orders,
        Quarantine quarantine) {

    public static final Docket EMPTY =
            new Docket(null, 0, null, null, null, Orders.NONE, Quarantine.EMPTY);

    /** Whether a plan is the one to answer: not overtaken by another, or by what is declared. */
    public boolean takes(Plan asked) {
        return asked.generation() >= declared && (plan == null || !asked.isOlderThan(plan));
    }

    public Docket asked(Plan asked) {
        var sameGeneration = plan != null && plan.generation() == asked.generation();
        return new Docket(
                asked,
                declared,
                null,
                null,
                sameGeneration ? admittedAt : null,
                orders.boundTo(asked),
                quarantine);
    }

    /** A newer generation makes an older plan irrelevant. */
    public Docket declared(long generation) {
        var newest = Math.max(declared, generation);
        return new Docket(
                plan != null && plan.generation() < newest ? null : plan,
                newest,
                said,
                rules,
                admittedAt,
                orders,
                quarantine);
    }

    /** The application is no more. What people ordered and what was rolled back stays known. */
    public Docket withdrawn() {
        return new Docket(null, declared, null, null, null, orders, quarantine);
    }

    public Docket ordered(Order order) {
        return new Docket(
                plan, declared, said, rules, admittedAt, orders.with(order, plan), quarantine);
    }

    public Docket quarantined(Quarantine.Entry entry) {
        return new Docket(plan, declared, said, rules, admittedAt, orders, quarantine.with(entry));
    }

    public Docket answered(Decision decision, String byRules, Instant now) {
        var first = decision instanceof Decision.Admitted && admittedAt == null;
        return new Docket(
                plan,
                declared,
                decision.step(),
                byRules,
                first ? now : admittedAt,
                orders,
                quarantine);
    }

    /** Whether the answer may still change by itself. */
    public boolean isOpen() {
        return plan != null && !Decision.ADMITTED.equals(said);
    }
}
