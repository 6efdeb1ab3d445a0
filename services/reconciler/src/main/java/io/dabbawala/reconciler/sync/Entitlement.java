package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.plan.SyncPlan;

/** Why a plan exists, and whether that is reason enough to ask for it. */
final class Entitlement {

    static SyncCause causeOf(Progress progress, Situation now, SyncPlan plan) {
        if (now.command() != null) {
            return SyncCause.COMMAND;
        }
        var last = progress.last();
        var isLiveChange =
                last == null ? plan.onlyTakesBack() : last.isSuccessOf(now.state().generation());
        return isLiveChange ? SyncCause.LIVE_CHANGE : now.state().cause();
    }

    /** What is missing, beginning with a code; empty if nothing is. */
    static String missing(SyncCause cause, DesiredState state) {
        var policy = state.syncPolicy();
        if (state.isWithdrawn()) {
            return ""; // taking the declaration away is the word
        }
        return switch (cause) {
            case COMMAND, ROLLBACK -> "";
            case COMMIT ->
                    policy.automated() ? "" : "MANUAL: it is synced by command, not by itself";
            case LIVE_CHANGE ->
                    policy.automated() && policy.selfHeal()
                            ? ""
                            : "MANUAL: changes of live objects are told, not healed";
        };
    }

    private Entitlement() {}
}
