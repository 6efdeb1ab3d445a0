package io.dabbawala.reconciler.sync.execution;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.operation.Approval;
import io.dabbawala.reconciler.operation.ObjectOptions;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.plan.SyncStep;
import java.time.Duration;
import java.util.Optional;

/**
 * Deletions that somebody has to agree to first: {@code Prune=confirm}, and {@code Delete=confirm}
 * when the whole application goes. The word is an annotation of the Application, so it travels in a
 * commit and is older than the state that carries it, by an hour at most; later states do not count
 * it again.
 */
final class Confirmation {

    private static final Duration ON_THE_WAY = Duration.ofHours(1);

    /** What is waited for; empty if nothing is. */
    static Optional<String> missing(DesiredState state, SyncPlan plan) {
        var option = state.isWithdrawn() ? "Delete" : "Prune";
        return plan.steps()
                .filter(SyncStep.Prune.class::isInstance)
                .map(step -> ((SyncStep.Prune) step).live())
                .filter(
                        live ->
                                ObjectOptions.of(live.content(), state.syncPolicy())
                                        .value(option)
                                        .filter("confirm"::equals)
                                        .isPresent())
                .findFirst()
                .filter(_ -> !isGiven(state))
                .map(
                        live ->
                                "CONFIRM: %s goes once argocd.argoproj.io/deletion-approved says so"
                                        .formatted(live.ref()));
    }

    private static boolean isGiven(DesiredState state) {
        return Approval.of(state.applicationSpec().annotations())
                .countsFor(state.declaredAt().minus(ON_THE_WAY));
    }

    private Confirmation() {}
}
