package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.application.DesiredState;
import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.platform.Envelope;
import java.time.Instant;

/** Names what is said, so that the same thing said twice is the same event. */
final class Envelopes {

    private static final String SERVICE = "git-watcher";

    /** A move of a ref happens once; its id has the time of the commit and not of the look. */
    static Envelope of(CommitSeen seen, Instant now) {
        var root =
                Envelope.root(
                        SERVICE,
                        "CommitDetected",
                        seen.repository(),
                        seen.commit().committedAt(),
                        seen.seed());
        return new Envelope(
                root.id(), root.type(), root.source(), root.subject(), now, root.trail());
    }

    static Envelope of(Voice.Following following, Instant now) {
        var cause = following.cause();
        return switch (following.announcement()) {
            case Announcement.Declared(var one) ->
                    cause.causes(SERVICE, "Declared", one.key(), one.revision(), now);
            case Announcement.Withdrawn(var key, var revision) ->
                    cause.causes(SERVICE, "Declared", key, "withdrawn|" + revision, now);
            case Announcement.Desired(var state) ->
                    cause.causes(SERVICE, "DesiredState", state.application(), step(state), now)
                            .within(state.delivery());
        };
    }

    private static String step(DesiredState state) {
        return String.join(
                "|",
                state.revision(),
                Long.toString(state.generation()),
                String.valueOf(state.problem()));
    }

    private Envelopes() {}
}
