package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.rolloutanalyzer.canary.Phase;
import io.dabbawala.rolloutanalyzer.canary.Progress;
import io.dabbawala.rolloutanalyzer.canary.Readiness;
import io.dabbawala.rolloutanalyzer.canary.Revisions;
import io.dabbawala.rolloutanalyzer.canary.Subject;

/** {@code rollout-progress} in our words. */
final class ProgressMessages {

    static Progress read(RolloutProgressed event) {
        return new Progress(
                new Subject(
                        event.getRollout(),
                        event.getApplication(),
                        event.getDelivery(),
                        event.getTemplate()),
                new Revisions(
                        event.getRevision(),
                        event.getDigest(),
                        event.getPromotedRevision(),
                        event.getPromotedDigest()),
                phase(event.getPhase()),
                event.getCanaryWeight(),
                new Readiness(
                        event.getCanaryReady(),
                        event.getPrimaryReady(),
                        event.getDeadlineExceeded()),
                event.getObservedAt());
    }

    static Phase phase(RolloutPhase phase) {
        return switch (phase) {
            case UNKNOWN -> Phase.UNKNOWN;
            case INITIALIZING -> Phase.INITIALIZING;
            case INITIALIZED -> Phase.INITIALIZED;
            case WAITING -> Phase.WAITING;
            case PROGRESSING -> Phase.PROGRESSING;
            case WAITING_PROMOTION -> Phase.WAITING_PROMOTION;
            case PROMOTING -> Phase.PROMOTING;
            case FINALISING -> Phase.FINALISING;
            case SUCCEEDED -> Phase.SUCCEEDED;
            case FAILED -> Phase.FAILED;
        };
    }

    static RolloutPhase phase(Phase phase) {
        return switch (phase) {
            case UNKNOWN -> RolloutPhase.UNKNOWN;
            case INITIALIZING -> RolloutPhase.INITIALIZING;
            case INITIALIZED -> RolloutPhase.INITIALIZED;
            case WAITING -> RolloutPhase.WAITING;
            case PROGRESSING -> RolloutPhase.PROGRESSING;
            case WAITING_PROMOTION -> RolloutPhase.WAITING_PROMOTION;
            case PROMOTING -> RolloutPhase.PROMOTING;
            case FINALISING -> RolloutPhase.FINALISING;
            case SUCCEEDED -> RolloutPhase.SUCCEEDED;
            case FAILED -> RolloutPhase.FAILED;
        };
    }

    private ProgressMessages() {}
}
