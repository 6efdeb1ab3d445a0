package io.dabbawala.compliancegate.kafka;

import io.dabbawala.compliancegate.approval.Order;
import io.dabbawala.events.Commanded;
import java.util.Optional;

/** {@code commands} in our words, as far as they concern the gate. */
final class OrderMessages {

    static Optional<Order> read(Commanded command) {
        return switch (command.getCommand()) {
            case APPROVE -> Optional.of(order(Order.Kind.APPROVE, command));
            case REJECT -> Optional.of(order(Order.Kind.REJECT, command));
            case FREEZE -> Optional.of(order(Order.Kind.FREEZE, command));
            case RESUME -> Optional.of(order(Order.Kind.RESUME, command));
            case BREAK_GLASS -> Optional.of(order(Order.Kind.BREAK_GLASS, command));
            case LIFT_QUARANTINE -> Optional.of(order(Order.Kind.LIFT_QUARANTINE, command));
            case UNKNOWN, SYNC, TERMINATE, ROLL_BACK, PAUSE, PROMOTE -> Optional.empty();
        };
    }

    private static Order order(Order.Kind kind, Commanded command) {
        return new Order(
                kind,
                command.getActor(),
                command.getReason(),
                command.getDelivery(),
                command.getDigest(),
                command.getCommandedAt(),
                command.getExpiresAt());
    }

    private OrderMessages() {}
}
