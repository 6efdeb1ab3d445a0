package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.Command;
import io.dabbawala.events.Commanded;
import io.dabbawala.rolloutanalyzer.canary.Wish;
import java.time.Instant;
import java.util.Optional;

/** {@code commands} in our words, as far as they concern a rollout. */
final class CommandMessages {

    /** Empty for what is not ours, and for what came too late. */
    static Optional<Wish> read(Commanded command, Instant now) {
        if (command.getExpiresAt() != null && command.getExpiresAt().isBefore(now)) {
            return Optional.empty();
        }
        return switch (command.getCommand()) {
            case PAUSE -> Optional.of(new Wish.Pause());
            case RESUME -> Optional.of(new Wish.Resume());
            case PROMOTE -> Optional.of(new Wish.Promote(reason(command)));
            case ROLL_BACK -> Optional.of(new Wish.RollBack(reason(command)));
            case UNKNOWN, APPROVE, REJECT, SYNC, FREEZE, BREAK_GLASS, LIFT_QUARANTINE, TERMINATE ->
                    Optional.empty();
        };
    }

    /** Whether what is meant is this delivery, or whatever there is. */
    static boolean isMeantFor(Commanded command, String delivery) {
        return command.getDelivery() == null || command.getDelivery().equals(delivery);
    }

    static boolean isRollBack(Commanded command) {
        return command.getCommand() == Command.ROLL_BACK;
    }

    static String reason(Commanded command) {
        return "COMMANDED: by %s: %s".formatted(command.getActor(), command.getReason());
    }

    private CommandMessages() {}
}
