package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.Command;
import io.dabbawala.events.Commanded;
import io.dabbawala.reconciler.sync.SyncCommand;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

final class CommandMessages {

    /** So long somebody waits for what they asked for, unless they say how long. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** Empty for what is not for the reconciler. */
    static Optional<SyncCommand> read(String id, Commanded event) {
        return event.getCommand() == Command.SYNC
                ? Optional.of(
                        new SyncCommand(
                                SyncCommand.Kind.SYNC,
                                id,
                                event.getActor(),
                                event.getReason(),
                                Objects.requireNonNullElse(event.getDelivery(), ""),
                                Objects.requireNonNullElse(event.getRevision(), ""),
                                Objects.requireNonNullElse(
                                        event.getExpiresAt(),
                                        event.getCommandedAt().plus(PATIENCE))))
                : Optional.empty();
    }

    private CommandMessages() {}
}
