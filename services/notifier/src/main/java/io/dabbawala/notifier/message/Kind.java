package io.dabbawala.notifier.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What routes can ask for, by the word they use. */
public enum Kind {
    ROLLED_BACK,
    DENIED,
    HELD,
    DELIVERED,
    DEGRADED,
    DRIFTED,
    HEALED,
    PROMOTED,
    SYNC_FAILED,
    UNREADABLE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static Kind of(Happening happening) {
        return switch (happening) {
            case Happening.RolledBack _ -> ROLLED_BACK;
            case Happening.Denied _ -> DENIED;
            case Happening.Held _ -> HELD;
            case Happening.Delivered _ -> DELIVERED;
            case Happening.Degraded _ -> DEGRADED;
            case Happening.Drifted _ -> DRIFTED;
            case Happening.Healed _ -> HEALED;
            case Happening.Promoted _ -> PROMOTED;
            case Happening.SyncFailed _ -> SYNC_FAILED;
            case Happening.Unreadable _ -> UNREADABLE;
        };
    }
}
