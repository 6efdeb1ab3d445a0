package io.dabbawala.reconciler.kafka.message;

import io.dabbawala.events.Commanded;
import io.dabbawala.reconciler.sync.SyncCommand;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

public final class CommandMessages {

    /** So long somebody waits for what they asked for, unless they say how long. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** Empty for what is not for the reconciler. */
    public static Optional<SyncCommand> read(String id, Commanded event) {
        return switch (event.getCommand()) {
            case SYNC -> Optional.of(command(SyncCommand.Kind.SYNC, id, event));
            case TERMINATE -> Optional.of(command(SyncCommand.Kind.TERMINATE, id, event));
            case APPROVE,
                    REJECT,
                    ROLL_BACK,
                    PAUSE,
                    RESUME,
                    PROMOTE,
                    FREEZE,
                    BREAK_GLASS,
                    LIFT_QUARANTINE,
                    UNKNOWN ->
                    Optional.empty();
        };
    }

    private static SyncCommand command(SyncCommand.Kind kind, String id, Commanded event) {
        return new SyncCommand(
                kind,
                id,
                event.getActor(),
                event.getReason(),
                Objects.requireNonNullElse(event.getDelivery(), ""),
                Objects.requireNonNullElse(event.getRevision(), ""),
                Objects.requireNonNullElse(
                        event.getExpiresAt(), event.getCommandedAt().plus(PATIENCE)));
    }

    private CommandMessages() {}
}
