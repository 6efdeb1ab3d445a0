package io.dabbawala.reconciler.hook;

import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.time.Instant;

/**
 * One hook of a sync that was started.
 *
 * @param deadline when it has failed if it still runs
 */
public record HookRun(Phase phase, Manifest manifest, Instant deadline, State state) {

    /** How it goes. */
    public sealed interface State {

        record Running(String message) implements State {}

        record Succeeded() implements State {}

        /**
         * @param reason begins with a code
         */
        record Failed(String reason) implements State {}
    }

    public ObjectRef ref() {
        return manifest.ref();
    }

    HookRun in(State next) {
        return new HookRun(phase, manifest, deadline, next);
    }

    public boolean isRunning() {
        return state instanceof State.Running;
    }

    boolean has(DeletePolicy policy) {
        return DeletePolicy.of(manifest.content()).contains(policy);
    }

    /** {@code PreSync Job shop/migrate}. */
    @Override
    public String toString() {
        return phase + " " + ref();
    }
}
