package io.dabbawala.rolloutanalyzer.canary;

import io.dabbawala.rolloutanalyzer.judge.Classification;
import io.dabbawala.rolloutanalyzer.judge.Measurement;
import io.dabbawala.rolloutanalyzer.judge.Metric;
import io.dabbawala.rolloutanalyzer.judge.MetricCheck;
import io.dabbawala.rolloutanalyzer.judge.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One rollout, a clock, and what its metrics are found to be; reports and looks move it. */
final class Attempt {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Duration INTERVAL = Duration.ofSeconds(10);
    static final Duration MAX_BLIND = Duration.ofMinutes(1);
    static final Classification GOOD = new Classification.Value(99.9, 300);
    static final Classification BAD = new Classification.Value(80, 300);
    static final Classification TOO_FEW = new Classification.TooFew(10, 50);

    private static final MetricCheck CHECK =
            new MetricCheck(
                    "request-success-rate",
                    new Metric.SuccessRate(),
                    new Range(99.0, null),
                    INTERVAL);

    Instant now = NOON;
    Rollout rollout;
    CanarySpec spec;
    Classification found = GOOD;
    Subject subject = new Subject("shop/checkout", "argocd/checkout", "delivery-1", "template-1");
    Readiness readiness = new Readiness(true, true, false);
    final List<Verdict> verdicts = new ArrayList<>();

    Attempt(Strategy strategy) {
        this(strategy, 0);
    }

    Attempt(Strategy strategy, int promotionStep) {
        spec = spec(strategy, promotionStep, List.of(CHECK));
        rollout = Rollout.firstSeen(progress(Phase.PROGRESSING, 0), now);
    }

    static Attempt steps() {
        return new Attempt(new Strategy.Progressive(new Weights(30, List.of(), 60)));
    }

    /** At its first weight, which has just been written. */
    static Attempt atFirstWeight() {
        var attempt = steps();
        attempt.look();
        attempt.reports(Phase.PROGRESSING, 30);
        attempt.verdicts.clear();
        return attempt;
    }

    /** Judged good at its last weight, and about to be promoted. */
    static Attempt promoting(int promotionStep) {
        var attempt =
                new Attempt(
                        new Strategy.Progressive(new Weights(60, List.of(), 60)), promotionStep);
        attempt.look();
        attempt.reports(Phase.PROGRESSING, 60);
        attempt.lookAfter(INTERVAL);
        attempt.verdicts.clear();
        return attempt;
    }

    static CanarySpec spec(Strategy strategy, int promotionStep, List<MetricCheck> checks) {
        return new CanarySpec(INTERVAL, 2, strategy, promotionStep, checks, List.of());
    }

    Progress progress(Phase phase, int weight) {
        var revisions = new Revisions("bad", "sha256:bad", "good", "sha256:good");
        return new Progress(subject, revisions, phase, weight, readiness, now);
    }

    void reports(Phase phase, int weight) {
        rollout = rollout.reported(progress(phase, weight), now);
    }

    void look() {
        take(
                rollout.looked(
                        new Look(now, spec, MAX_BLIND, check -> new Measurement(check, found))));
    }

    void lookAfter(Duration time) {
        now = now.plus(time);
        look();
    }

    void wishes(Wish wish) {
        take(rollout.wished(wish, spec.threshold(), now));
    }

    /** The last word, as {@code PROMOTE PROGRESSING 30}; empty for silence. */
    String said() {
        if (verdicts.isEmpty()) {
            return "";
        }
        var verdict = verdicts.removeLast();
        verdicts.clear();
        return "%s %s %d".formatted(verdict.kind(), verdict.aim().phase(), verdict.aim().weight());
    }

    private void take(Step step) {
        rollout = step.rollout();
        verdicts.addAll(step.verdicts());
    }
}
