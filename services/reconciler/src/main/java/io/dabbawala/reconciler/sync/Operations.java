package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.plan.Findings;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;

/**
 * When hooks run, and for what. What is synced by a commit, a rollback or a command is synced with
 * its hooks; what is only healed is not.
 */
final class Operations {

    private static final int ID_BEGIN = "sha256:".length();
    private static final int ID_END = ID_BEGIN + 16;

    /**
     * The plan with the hooks that this cause asks for.
     *
     * @param plain without hooks
     */
    static SyncPlan plan(
            Findings found, SyncPlan plain, Progress progress, Situation now, SyncCause cause) {
        var isWanted =
                switch (cause) {
                    case COMMAND -> true;
                    case LIVE_CHANGE -> false;
                    case COMMIT, ROLLBACK ->
                            !plain.isEmpty() || progress.isOpen(now.state().generation());
                };
        return isWanted && found.reachesMore() ? found.withHooks(trigger(now, cause)) : plain;
    }

    /**
     * Names one attempt: the same after a restart, another after a failure, so that hooks that were
     * started are known again and those of a failed attempt run anew.
     */
    static String id(Progress progress, Situation now, SyncCause cause) {
        var state = now.state();
        var last = progress.last();
        var failedAt =
                last != null
                                && last.outcome() == Outcome.FAILED
                                && last.generation() == state.generation()
                        ? last.finishedAt().toEpochMilli()
                        : 0;
        var name =
                "%s|%d|%s|%d"
                        .formatted(
                                state.application(),
                                state.generation(),
                                trigger(now, cause),
                                failedAt);
        return Json.digest(name).substring(ID_BEGIN, ID_END);
    }

    private static String trigger(Situation now, SyncCause cause) {
        var command = now.command();
        return cause == SyncCause.COMMAND && command != null
                ? "command " + command.id()
                : cause.name();
    }

    private Operations() {}
}
