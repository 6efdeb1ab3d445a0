package io.dabbawala.notifier.kafka;

import io.dabbawala.events.Classification;
import io.dabbawala.events.Measurement;
import io.dabbawala.events.RollbackIssued;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutPhase;
import io.dabbawala.events.RolloutVerdict;
import io.dabbawala.notifier.message.Happening;
import io.dabbawala.notifier.message.Measured;
import java.util.Locale;
import java.util.Optional;

/** What rollout-analyzer says. */
final class RolloutMessages {

    /** Checks on the way are no news, and a rollback has an event of its own. */
    static Optional<Happening> judged(RolloutJudged judged) {
        return judged.getVerdict() == RolloutVerdict.PROMOTE
                        && judged.getPhase() == RolloutPhase.SUCCEEDED
                ? Optional.of(
                        new Happening.Promoted(
                                judged.getApplication(), judged.getRollout(), judged.getTemplate()))
                : Optional.empty();
    }

    static Optional<Happening> rollback(RollbackIssued rollback) {
        return Optional.of(
                new Happening.RolledBack(
                        rollback.getApplication(),
                        rollback.getFromRevision(),
                        rollback.getToRevision(),
                        rollback.getReason(),
                        rollback.getEvidence().stream()
                                .filter(one -> !one.getPassed())
                                .map(RolloutMessages::measured)
                                .toList()));
    }

    private static Measured measured(Measurement one) {
        var known = one.getClassification() == Classification.VALUE;
        return new Measured(
                one.getMetric(),
                known ? one.getValue() : null,
                one.getMinimum(),
                one.getMaximum(),
                one.getSamples(),
                known ? one.getReason() : words(one));
    }

    private static String words(Measurement one) {
        return one.getClassification().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private RolloutMessages() {}
}
