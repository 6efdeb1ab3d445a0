package io.dabbawala.reconciler.kafka.rollout;

import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.events.RolloutVerdict;
import io.dabbawala.reconciler.rollout.Phase;
import io.dabbawala.reconciler.rollout.Progress;
import io.dabbawala.reconciler.rollout.Stage;
import io.dabbawala.reconciler.rollout.Verdict;
import io.dabbawala.reconciler.rollout.Verdict.Aim;
import java.time.Instant;

/** {@code rollout-verdicts} in our words, and our words as {@code rollout-progress}. */
final class RolloutMessages {

    static Verdict read(RolloutJudged event) {
        return new Verdict(
                event.getTemplate(), event.getDelivery(), aim(event), event.getCanaryWeight());
    }

    static RolloutProgressed write(Progress progress, Instant now) {
        var subject = progress.subject();
        var promoted = progress.promoted();
        return RolloutProgressed.newBuilder()
                .setRollout(progress.rollout())
                .setApplication(progress.application())
                .setDelivery(subject.delivery())
                .setRevision(subject.revision())
                .setDigest(subject.digest())
                .setTemplate(subject.template())
                .setPromotedRevision(promoted.revision())
                .setPromotedDigest(promoted.digest())
                .setPromotedTemplate(promoted.template())
                .setPhase(phase(progress.phase()))
                .setCanaryWeight(progress.canaryWeight())
                .setPrimaryWeight(Stage.ALL - progress.canaryWeight())
                .setCanaryReady(progress.readiness().canary())
                .setPrimaryReady(progress.readiness().primary())
                .setDeadlineExceeded(progress.readiness().deadlineExceeded())
                .setMessage(progress.message())
                .setObservedAt(now)
                .build();
    }

    /** What says to wait, and what a newer analyzer says that is not known here, asks nothing. */
    private static Aim aim(RolloutJudged event) {
        if (event.getVerdict() == RolloutVerdict.HOLD) {
            return Aim.STAY;
        }
        return switch (event.getPhase()) {
            case PROGRESSING -> Aim.PROGRESSING;
            case PROMOTING -> Aim.PROMOTING;
            case FINALISING -> Aim.FINALISING;
            case SUCCEEDED -> Aim.SUCCEEDED;
            case FAILED -> Aim.FAILED;
            case UNKNOWN, INITIALIZING, INITIALIZED, WAITING, WAITING_PROMOTION -> Aim.STAY;
        };
    }

    private static RolloutPhase phase(Phase phase) {
        return switch (phase) {
            case INITIALIZING -> RolloutPhase.INITIALIZING;
            case INITIALIZED -> RolloutPhase.INITIALIZED;
            case PROGRESSING -> RolloutPhase.PROGRESSING;
            case PROMOTING -> RolloutPhase.PROMOTING;
            case FINALISING -> RolloutPhase.FINALISING;
            case SUCCEEDED -> RolloutPhase.SUCCEEDED;
            case FAILED -> RolloutPhase.FAILED;
        };
    }

    private RolloutMessages() {}
}
