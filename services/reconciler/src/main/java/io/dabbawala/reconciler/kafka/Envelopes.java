package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.sync.SyncCommand;
import io.dabbawala.reconciler.sync.SyncEvent;
import io.dabbawala.reconciler.sync.SyncResult;
import org.jspecify.annotations.Nullable;

/** Names what is said, so that the same thing said twice is the same event. */
final class Envelopes {

    private static final String SERVICE = "reconciler";

    static Envelope of(SyncEvent event, Application application, @Nullable SyncCommand command) {
        return switch (event) {
            case SyncEvent.Drifted(_, var plan, _, var waiting, var at) ->
                    following(application.stateCause(), event)
                            .causes(
                                    SERVICE,
                                    "DriftFound",
                                    event.state().application(),
                                    plan.digest() + waiting,
                                    at);
            case SyncEvent.Requested(_, var plan, _, _, _, var step, var at) ->
                    following(application.cause("", command), event)
                            .causes(
                                    SERVICE,
                                    "SyncRequested",
                                    event.state().application(),
                                    plan.digest() + "|" + step,
                                    at);
            case SyncEvent.Finished(_, var result, var step) ->
                    following(causeOf(result, application, command), event)
                            .causes(
                                    SERVICE,
                                    "SyncFinished",
                                    event.state().application(),
                                    stepOf(result, step),
                                    result.finishedAt());
        };
    }

    private static Envelope following(Envelope cause, SyncEvent event) {
        return cause.within(event.state().delivery());
    }

    private static Envelope causeOf(
            SyncResult result, Application application, @Nullable SyncCommand command) {
        return result.sequence() == 0
                ? application.cause(result.planDigest(), command)
                : application.stateCause();
    }

    /** Attempts are counted anew after a restart: a success is not the failure before it. */
    private static String stepOf(SyncResult result, String step) {
        return "%s|%s|%d|%d|%s"
                .formatted(
                        result.planDigest(),
                        step,
                        result.attempt(),
                        result.sequence(),
                        result.outcome());
    }

    private Envelopes() {}
}
