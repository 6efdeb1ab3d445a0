package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.plan.DesiredState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an application when its turn comes.
 *
 * @param dependency what is missing of an application it depends on; empty if nothing is
 */
public record Situation(
        DesiredState state,
        @Nullable Verdict verdict,
        @Nullable SyncCommand command,
        String dependency,
        Instant now) {

    Situation withoutCommand() {
        return new Situation(state, verdict, null, dependency, now);
    }
}
