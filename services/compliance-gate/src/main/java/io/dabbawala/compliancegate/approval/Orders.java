package io.dabbawala.compliancegate.approval;

import io.dabbawala.compliancegate.approval.Order.Kind;
import io.dabbawala.compliancegate.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders given for one application, in the order they were given. */
public record Orders(List<Order> given) {

    public static final Orders NONE = new Orders(List.of());

    private static final Duration GLASS = Duration.ofHours(1);
    private static final int KEPT = 200;

    public Orders {
        given = List.copyOf(given);
    }

    /** An order that is read twice is one order; the oldest go when there are too many. */
    public Orders with(Order order, @Nullable Plan asked) {
        if (given.contains(order)) {
            return this;
        }
        var all =
                Stream.concat(given.stream(), Stream.of(order))
                        .distinct()
                        .sorted(Comparator.comparing(Order::at))
                        .toList();
        var kept = new Orders(all.subList(Math.max(0, all.size() - KEPT), all.size()));
        return asked == null ? kept : kept.boundTo(asked);
    }

    /** Orders about nothing in particular are about what had been asked for by then. */
    public Orders boundTo(Plan plan) {
        UnaryOperator<Order> bound =
                order ->
                        isBindable(order) && !plan.requestedAt().isAfter(order.at())
                                ? order.boundTo(plan)
                                : order;
        return new Orders(given.stream().map(bound).distinct().toList());
    }

    /** The freeze in force. */
    public Optional<Order> freeze(Instant now) {
        return last(order -> order.kind() == Kind.FREEZE || order.kind() == Kind.RESUME)
                .filter(order -> order.kind() == Kind.FREEZE && !order.isOver(now));
    }

    /** The broken glass that lets this plan through. */
    public Optional<Order> brokenGlass(Plan plan, Instant now) {
        return last(order -> order.kind() == Kind.BREAK_GLASS && order.concerns(plan))
                .filter(order -> !order.isOver(now))
                .filter(order -> order.expiresAt() != null || now.isBefore(order.at().plus(GLASS)));
    }

    /** The rejection of this plan, unless somebody approved it since. */
    public Optional<Order> rejection(Plan plan) {
        return last(order -> isAnswer(order) && !order.isUnbound() && order.concerns(plan))
                .filter(order -> order.kind() == Kind.REJECT);
    }

    /** The people who approve this plan; of each the last word counts. */
    public List<String> approvers(Plan plan, Duration validity, Instant now) {
        return given.stream()
                .filter(order -> isAnswer(order) && !order.isUnbound() && order.concerns(plan))
                .map(Order::actor)
                .distinct()
                .filter(actor -> approves(actor, plan, validity, now))
                .toList();
    }

    /** Whether somebody lifted the quarantine of this digest after that time. */
    public boolean isLifted(String digest, Instant since) {
        return given.stream()
                .filter(order -> order.kind() == Kind.LIFT_QUARANTINE)
                .filter(order -> order.digest() == null || digest.equals(order.digest()))
                .anyMatch(order -> order.at().isAfter(since));
    }

    private boolean approves(String actor, Plan plan, Duration validity, Instant now) {
        return last(order ->
                        isAnswer(order)
                                && order.actor().equals(actor)
                                && !order.isUnbound()
                                && order.concerns(plan))
                .filter(order -> order.kind() == Kind.APPROVE && !order.isOver(now))
                .filter(order -> now.isBefore(order.at().plus(validity)))
                .isPresent();
    }

    private Optional<Order> last(java.util.function.Predicate<Order> condition) {
        return given.reversed().stream().filter(condition).findFirst();
    }

    private static boolean isBindable(Order order) {
        return isAnswer(order) && order.isUnbound();
    }

    private static boolean isAnswer(Order order) {
        return order.kind() == Kind.APPROVE || order.kind() == Kind.REJECT;
    }
}
