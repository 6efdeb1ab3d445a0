package io.dabbawala.reconciler.sync.execution;

import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.hook.HookRun;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.Optional;

/** What became of one object; a message begins with a code where it tells a reason. */
public record ObjectResult(ObjectRef ref, Outcome outcome, String message) {

    public enum Outcome {
        CREATED,
        CONFIGURED,
        UNCHANGED,
        PRUNED,
        PRUNE_SKIPPED,
        REJECTED
    }

    /** The result, and how the object is now, if anybody has an opinion. */
    public record WithHealth(ObjectResult result, Optional<Health> health) {}

    /** The API server repeats values that it does not like: those of a Secret are not told. */
    static ObjectResult refused(ObjectRef ref, Refusal reason, String why) {
        var shown = ref.isOfKind("", "Secret") ? "(not shown for a Secret)" : why;
        return new ObjectResult(ref, Outcome.REJECTED, reason + ": " + shown);
    }

    /** How a hook went. */
    public static ObjectResult ofHook(HookRun run) {
        return switch (run.state()) {
            case HookRun.State.Running(var message) ->
                    new ObjectResult(
                            run.ref(),
                            Outcome.CREATED,
                            "hook %s runs: %s".formatted(run.phase(), message));
            case HookRun.State.Succeeded _ ->
                    new ObjectResult(
                            run.ref(), Outcome.CREATED, "hook %s succeeded".formatted(run.phase()));
            case HookRun.State.Failed(var reason) ->
                    new ObjectResult(run.ref(), Outcome.REJECTED, reason);
        };
    }

    boolean isFailure() {
        return outcome == Outcome.REJECTED;
    }
}
