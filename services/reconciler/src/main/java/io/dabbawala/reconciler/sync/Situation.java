package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.plan.DesiredState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known about an application when its turn comes. */
public record Situation(
        DesiredState state, @Nullable Verdict verdict, @Nullable SyncCommand command, Instant now) {

    Situation withoutCommand() {
        return new Situation(state, verdict, null, now);
    }
}
