package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.sync.SyncCommand;
import io.dabbawala.reconciler.sync.SyncEvent;
import org.jspecify.annotations.Nullable;

/** Names what is said, so that the same thing said twice is the same event. */
final class Envelopes {

    private static final String SERVICE = "reconciler";

    static Envelope of(SyncEvent event, Application application, @Nullable SyncCommand command) {
        var state = event.state();
        return switch (event) {
            case SyncEvent.Drifted(_, var plan, _, var waiting, var at) ->
                    application
                            .stateCause()
                            .within(state.delivery())
                            .causes(
                                    SERVICE,
                                    "DriftFound",
                                    state.application(),
                                    plan.digest() + waiting,
                                    at);
            case SyncEvent.Requested(_, var plan, _, _, _, var step, var at) ->
                    application
                            .cause("", command)
                            .within(state.delivery())
                            .causes(
                                    SERVICE,
                                    "SyncRequested",
                                    state.application(),
                                    plan.digest() + "|" + step,
                                    at);
            case SyncEvent.Finished(_, var result, var step) ->
                    (result.sequence() == 0
                                    ? application.cause(result.planDigest(), command)
                                    : application.stateCause())
                            .within(state.delivery())
                            .causes(
                                    SERVICE,
                                    "SyncFinished",
                                    state.application(),
                                    "%s|%s|%d|%d"
                                            .formatted(
                                                    result.planDigest(),
                                                    step,
                                                    result.attempt(),
                                                    result.sequence()),
                                    result.finishedAt());
        };
    }

    private Envelopes() {}
}
