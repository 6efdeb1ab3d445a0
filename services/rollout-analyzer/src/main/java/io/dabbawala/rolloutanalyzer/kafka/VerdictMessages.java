package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.Measurement;
import io.dabbawala.events.RolloutJudged;
import io.dabbawala.events.RolloutVerdict;
import io.dabbawala.rolloutanalyzer.canary.Subject;
import io.dabbawala.rolloutanalyzer.canary.Verdict;
import io.dabbawala.rolloutanalyzer.judge.Answer;
import io.dabbawala.rolloutanalyzer.judge.Classification;
import java.time.Instant;
import java.util.List;

/** Our words as {@code rollout-verdicts}. */
final class VerdictMessages {

    static RolloutJudged write(Subject subject, Verdict verdict, Instant now) {
        return RolloutJudged.newBuilder()
                .setRollout(subject.rollout())
                .setApplication(subject.application())
                .setDelivery(subject.delivery())
                .setTemplate(subject.template())
                .setVerdict(kind(verdict.kind()))
                .setPhase(ProgressMessages.phase(verdict.aim().phase()))
                .setCanaryWeight(verdict.aim().weight())
                .setIteration(verdict.tally().iteration())
                .setFailedChecks(verdict.tally().failedChecks())
                .setThreshold(verdict.threshold())
                .setReason(verdict.reason())
                .setEvidence(evidence(verdict))
                .setJudgedAt(now)
                .build();
    }

    static List<Measurement> evidence(Verdict verdict) {
        return verdict.evidence().stream().map(VerdictMessages::measurement).toList();
    }

    private static Measurement measurement(
            io.dabbawala.rolloutanalyzer.judge.Measurement measurement) {
        var check = measurement.check();
        var builder =
                Measurement.newBuilder()
                        .setMetric(check.name())
                        .setMinimum(check.range().minimum())
                        .setMaximum(check.range().maximum())
                        .setWindowSeconds(check.interval().toSeconds())
                        .setPassed(measurement.answer() == Answer.PASSED)
                        .setReason(measurement.reason());
        return switch (measurement.classification()) {
            case Classification.Value(var value, var samples) ->
                    named(builder, io.dabbawala.events.Classification.VALUE)
                            .setValue(value)
                            .setSamples(samples)
                            .build();
            case Classification.TooFew(var samples, _) ->
                    named(builder, io.dabbawala.events.Classification.TOO_FEW)
                            .setSamples(samples)
                            .build();
            case Classification.NoData _ ->
                    named(builder, io.dabbawala.events.Classification.NO_DATA).build();
            case Classification.Stale _ ->
                    named(builder, io.dabbawala.events.Classification.STALE).build();
            case Classification.ProviderError _ ->
                    named(builder, io.dabbawala.events.Classification.PROVIDER_ERROR).build();
            case Classification.Malformed _ ->
                    named(builder, io.dabbawala.events.Classification.MALFORMED).build();
        };
    }

    private static Measurement.Builder named(
            Measurement.Builder builder, io.dabbawala.events.Classification classification) {
        return builder.setClassification(classification);
    }

    private static RolloutVerdict kind(Verdict.Kind kind) {
        return switch (kind) {
            case PROMOTE -> RolloutVerdict.PROMOTE;
            case HOLD -> RolloutVerdict.HOLD;
            case ROLL_BACK -> RolloutVerdict.ROLL_BACK;
        };
    }

    private VerdictMessages() {}
}
