package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an application when its turn comes.
 *
 * @param dependency what is missing of an application it depends on; empty if nothing is
 * @param isOurs whether the application is still this instance's to write for
 */
public record Situation(
        DesiredState state,
        @Nullable Verdict verdict,
        @Nullable SyncCommand command,
        String dependency,
        BooleanSupplier isOurs,
        Instant now) {

    Situation withoutCommand() {
        return new Situation(state, verdict, null, dependency, isOurs, now);
    }

    /** A process that stood still in the middle of a sync goes no further: the turn is none. */
    public void insistThatItIsOurs() {
        if (!isOurs.getAsBoolean()) {
            throw new IllegalStateException(
                    "application %s may be somebody else's by now".formatted(state.application()));
        }
    }
}
