package io.dabbawala.notifier.message;

import java.time.Instant;

/**
 * What happened, and the event that said so.
 *
 * @param event the id of the event
 * @param type the name of the event, as {@code RollbackIssued}
 * @param time when the event happened
 */
public record News(String event, String type, String delivery, Instant time, Happening happening) {

    public Kind kind() {
        return Kind.of(happening);
    }

    /**
     * What makes it the same news. A delivery that is healthy again and again was still delivered
     * once, and a rollout is promoted once.
     */
    public String key() {
        return switch (happening) {
            case Happening.Delivered delivered ->
                    String.join("|", kind().word(), delivery, "" + delivered.generation());
            case Happening.Promoted promoted ->
                    String.join("|", kind().word(), promoted.rollout(), promoted.template());
            case Happening.RolledBack _,
                    Happening.Denied _,
                    Happening.Held _,
                    Happening.Degraded _,
                    Happening.Drifted _,
                    Happening.Healed _,
                    Happening.SyncFailed _,
                    Happening.Unreadable _ ->
                    event;
        };
    }
}
