package io.dabbawala.console.kafka;

import static java.util.stream.Collectors.joining;

import io.dabbawala.console.event.Budget;
import io.dabbawala.console.event.Event;
import io.dabbawala.console.event.Header;
import io.dabbawala.console.event.Judgement;
import io.dabbawala.console.event.Rollback;
import io.dabbawala.console.event.RolloutPhase;
import io.dabbawala.console.event.RolloutProgress;
import io.dabbawala.console.event.Sentence;
import io.dabbawala.events.ErrorBudgetMeasured;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutProgressed;

/** What reconciler and rollout-analyzer say about a rollout. */
final class RolloutMessages {

    static Event progress(Header header, RolloutProgressed progress) {
        return new RolloutProgress(
                Parts.within(header, progress.getDelivery()),
                progress.getApplication(),
                progress.getRollout(),
                progress.getRevision(),
                RolloutPhase.valueOf(progress.getPhase().name()),
                progress.getCanaryWeight(),
                progress.getCanaryReady(),
                progress.getMessage());
    }

    static Event judgement(Header header, RolloutJudged judged) {
        return new Judgement(
                Parts.within(header, judged.getDelivery()),
                judged.getApplication(),
                judged.getRollout(),
                Judgement.Answer.valueOf(judged.getVerdict().name()),
                RolloutPhase.valueOf(judged.getPhase().name()),
                judged.getCanaryWeight(),
                judged.getFailedChecks(),
                judged.getThreshold(),
                judged.getReason(),
                Parts.measurements(judged.getEvidence()));
    }

    static Event rollback(Header header, RollbackIssued rollback) {
        return new Rollback(
                Parts.within(header, rollback.getDelivery()),
                rollback.getApplication(),
                rollback.getRollout(),
                rollback.getFromRevision(),
                rollback.getFromDigest(),
                rollback.getToRevision(),
                rollback.getReason(),
                Parts.measurements(rollback.getEvidence()));
    }

    static Event budget(Header header, ErrorBudgetMeasured budget) {
        return new Budget(
                header,
                budget.getSlo(),
                budget.getObjective(),
                budget.getBudgetLeft(),
                budget.getBurnRates().stream()
                        .map(of -> Sentence.number(of.getRate()) + " over " + of.getWindow())
                        .collect(joining(", ")));
    }

    private RolloutMessages() {}
}
