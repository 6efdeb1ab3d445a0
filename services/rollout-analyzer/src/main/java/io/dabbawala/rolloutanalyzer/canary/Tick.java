package io.dabbawala.rolloutanalyzer.canary;

import io.dabbawala.rolloutanalyzer.judge.Answer;
import io.dabbawala.rolloutanalyzer.judge.Measurement;
import java.util.ArrayList;
import java.util.List;

/** One tick of one rollout, in Flagger's order. */
record Tick(Rollout rollout, Look look) {

    private static final int ALL = 100;

    Step take() {
        if (look.spec().strategy() instanceof Strategy.Suspended || rollout.paused()) {
            return Step.silent(rollout);
        }
        return switch (rollout.stage()) {
            case Stage.Progressing(var weight) -> progressing(weight);
            case Stage.Promoting _ -> promoting();
            case Stage.Finalising _ -> finalising();
            case Stage.Idle _, Stage.Succeeded _, Stage.RolledBack _ -> rollout.remind(look.now());
        };
    }

    private Step progressing(int weight) {
        var progress = rollout.progress();
        if (progress.readiness().deadlineExceeded()) {
            return rollBack("PROGRESS_DEADLINE_EXCEEDED: the canary did not become ready", 0);
        }
        if (progress.canaryWeight() != weight) {
            return rollout.remind(look.now());
        }
        if (!progress.readiness().canary()
                || !rollout.timing().isDue(look.spec().interval(), look.now())) {
            return Step.silent(rollout);
        }
        var failed = rollout.tally().failedChecks();
        if (failed >= look.spec().threshold()) {
            return rollBack(
                    "CHECKS_FAILED: %d of %d%s"
                            .formatted(failed, look.spec().threshold(), lastReason()),
                    0);
        }
        return switch (look.spec().strategy()) {
            case Strategy.Suspended _ -> Step.silent(rollout);
            case Strategy.Skipped _ -> promote("SKIPPED: the Canary declares no analysis", weight);
            case Strategy.Unsupported(var why) -> holdOnce(why, weight);
            case Strategy.Progressive(var weights) -> progressive(weights, weight);
            case Strategy.BlueGreen blueGreen -> blueGreen(blueGreen, weight);
        };
    }

    private Step progressive(Weights weights, int weight) {
        if (weights.after(weight) == weight && !weights.isLast(weight)) {
            return holdOnce("NO_STEPS: the Canary declares neither stepWeight nor steps", weight);
        }
        if (weight == 0) {
            return advance(weights.after(0), rollout.tally(), List.of());
        }
        var evidence = measured();
        if (!allPassed(evidence)) {
            return hold(evidence, weight);
        }
        return weights.isLast(weight)
                ? promote("PASSED: at the last weight", weight, evidence)
                : advance(weights.after(weight), rollout.tally(), evidence);
    }

    private Step blueGreen(Strategy.BlueGreen strategy, int weight) {
        var tally = rollout.tally().iteratedOnce();
        if (rollout.tally().iteration() == 0) {
            return advance(weight, tally, List.of());
        }
        var evidence = measured();
        if (!allPassed(evidence)) {
            return hold(evidence, weight);
        }
        if (rollout.tally().iteration() > strategy.iterations()) {
            return promote("PASSED: after the last iteration", weight, evidence);
        }
        var isLast = rollout.tally().iteration() == strategy.iterations();
        return advance(isLast ? strategy.lastWeight() : weight, tally, evidence);
    }

    private Step promoting() {
        var progress = rollout.progress();
        if (progress.phase() != Phase.PROMOTING) {
            return rollout.remind(look.now());
        }
        if (progress.readiness().deadlineExceeded()) { // the canary is the one that works
            return rollBack("PRIMARY_NOT_READY: the promoted primary did not become ready", ALL);
        }
        return progress.readiness().primary()
                ? movingBack(progress.canaryWeight())
                : Step.silent(rollout);
    }

    /** By a step at every interval; all at once where that is not declared or not brought about. */
    private Step movingBack(int weight) {
        var what = "the primary is ready";
        var step = look.spec().promotionStep();
        var isAsked = isAskedForAnotherWeightThan(weight);
        if (step > 0 && weight > 0) {
            if (isAsked
                    ? !rollout.isOverdue(look.now())
                    : !rollout.timing().isDue(look.spec().interval(), look.now())) {
                return Step.silent(rollout);
            }
            if (!isAsked && weight > step) {
                return promote(new Stage.Promoting(), Phase.PROMOTING, weight - step, what);
            }
        }
        return promote(new Stage.Finalising(), Phase.FINALISING, 0, what);
    }

    private boolean isAskedForAnotherWeightThan(int weight) {
        var said = rollout.said();
        return said != null && said.verdict().aim().weight() != weight;
    }

    private Step finalising() {
        var progress = rollout.progress();
        return progress.phase() == Phase.FINALISING && progress.canaryWeight() == 0
                ? promote(new Stage.Succeeded(), Phase.SUCCEEDED, 0, "promoted")
                : rollout.remind(look.now());
    }

    /** Every metric up to the first that fails. */
    private List<Measurement> measured() {
        var evidence = new ArrayList<Measurement>();
        for (var check : look.spec().metrics()) {
            var measurement = look.meter().apply(check);
            evidence.add(measurement);
            if (measurement.answer() == Answer.FAILED) {
                break;
            }
        }
        return evidence;
    }

    /** Nothing measured is nothing passed. */
    private static boolean allPassed(List<Measurement> evidence) {
        return !evidence.isEmpty()
                && evidence.stream().allMatch(it -> it.answer() == Answer.PASSED);
    }

    private Step advance(int weight, Tally tally, List<Measurement> evidence) {
        var aim = new Verdict.Aim(Phase.PROGRESSING, weight);
        var reason =
                evidence.isEmpty() ? "STARTED: the canary is ready" : "PASSED: every metric passed";
        return seeing().say(
                        new Stage.Progressing(weight),
                        new Verdict(
                                Verdict.Kind.PROMOTE,
                                aim,
                                tally,
                                look.spec().threshold(),
                                reason,
                                evidence),
                        look.now());
    }

    private Step promote(Stage next, Phase phase, int weight, String what) {
        return rollout.say(next, verdict(phase, weight, "PASSED: " + what, List.of()), look.now());
    }

    private Step promote(String reason, int weight) {
        return promote(reason, weight, List.of());
    }

    private Step promote(String reason, int weight, List<Measurement> evidence) {
        var remarks = look.spec().remarks();
        var full = remarks.isEmpty() ? reason : reason + "; " + String.join("; ", remarks);
        return seeing().say(
                        new Stage.Promoting(),
                        verdict(Phase.PROMOTING, weight, full, evidence),
                        look.now());
    }

    private Step hold(List<Measurement> evidence, int weight) {
        var culprit =
                evidence.stream().filter(it -> it.answer() != Answer.PASSED).reduce((_, b) -> b);
        var isUndecided = culprit.filter(it -> it.answer() == Answer.UNDECIDED).isPresent();
        var timing = isUndecided ? rollout.timing().blind(look.now()) : rollout.timing().seeing();
        var isFailed = !isUndecided || timing.isBlindFor(look.maxBlind(), look.now());
        var reason =
                culprit.map(Measurement::reason).orElse("NO_METRICS: the Canary declares none");
        var tally = isFailed ? rollout.tally().failedOnce() : rollout.tally();
        return with(timing)
                .say(
                        rollout.stage(),
                        new Verdict(
                                Verdict.Kind.HOLD,
                                new Verdict.Aim(Phase.PROGRESSING, weight),
                                tally,
                                look.spec().threshold(),
                                reason,
                                evidence),
                        look.now());
    }

    /** Says why nothing happens, but not at every tick. */
    private Step holdOnce(String reason, int weight) {
        if (rollout.said() != null && rollout.said().verdict().reason().equals(reason)) {
            return Step.silent(rollout);
        }
        return rollout.say(
                rollout.stage(),
                new Verdict(
                        Verdict.Kind.HOLD,
                        new Verdict.Aim(Phase.PROGRESSING, weight),
                        rollout.tally(),
                        look.spec().threshold(),
                        reason,
                        List.of()),
                look.now());
    }

    private Step rollBack(String reason, int weight) {
        var evidence = rollout.said() == null ? List.<Measurement>of() : saidEvidence();
        return rollout.say(
                new Stage.RolledBack(),
                new Verdict(
                        Verdict.Kind.ROLL_BACK,
                        new Verdict.Aim(Phase.FAILED, weight),
                        rollout.tally(),
                        look.spec().threshold(),
                        reason,
                        evidence),
                look.now());
    }

    private List<Measurement> saidEvidence() {
        var said = rollout.said();
        return said == null ? List.of() : said.verdict().evidence();
    }

    private String lastReason() {
        var said = rollout.said();
        return said == null ? "" : ", last " + said.verdict().reason();
    }

    private Verdict verdict(Phase phase, int weight, String reason, List<Measurement> evidence) {
        return new Verdict(
                Verdict.Kind.PROMOTE,
                new Verdict.Aim(phase, weight),
                rollout.tally(),
                look.spec().threshold(),
                reason,
                evidence);
    }

    private Rollout seeing() {
        return with(rollout.timing().seeing());
    }

    private Rollout with(Timing timing) {
        return new Rollout(
                rollout.progress(),
                rollout.stage(),
                rollout.tally(),
                timing,
                rollout.paused(),
                rollout.said());
    }
}
