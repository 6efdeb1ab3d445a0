package io.dabbawala.rolloutanalyzer.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rollout: what was last reported of it, where it is, and the last verdict on it. */
public record Rollout(
        Progress progress,
        Stage stage,
        Tally tally,
        Timing timing,
        boolean paused,
        @Nullable Said said) {

    /** A verdict and when it was last sent. */
    public record Said(Verdict verdict, Instant at) {}

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Rollout firstSeen(Progress progress, Instant now) {
        return begun(progress, now, false);
    }

    /** Takes in what the cluster looks like now. A report older than the last one is none. */
    public Rollout reported(Progress report, Instant now) {
        if (report.observedAt().isBefore(progress.observedAt())) {
            return this;
        }
        if (beginsAnew(report)) {
            return begun(report, now, paused);
        }
        var written = isWrittenNow(report) ? timing.tickedAt(now) : timing;
        var next = stageAfter(report);
        return new Rollout(report, next, tally, written, paused, stillSaid(report, next));
    }

    public Step looked(Look look) {
        return new Tick(this, look).take();
    }

    public Step wished(Wish wish, int threshold, Instant now) {
        return switch (wish) {
            case Wish.Pause _ -> Step.silent(paused(true));
            case Wish.Resume _ -> Step.silent(paused(false));
            case Wish.Promote(var by) ->
                    stage instanceof Stage.Progressing(var weight)
                            ? paused(false)
                                    .say(
                                            new Stage.Promoting(),
                                            promote(Phase.PROMOTING, weight, threshold, by),
                                            now)
                            : Step.silent(this);
            case Wish.RollBack(var by) ->
                    stage.isUnderWay() ? rollBack(by, threshold, now) : Step.silent(this);
        };
    }

    Step say(Stage next, Verdict verdict, Instant now) {
        var rollout =
                new Rollout(
                        progress,
                        next,
                        verdict.tally().nextTick(),
                        timing.tickedAt(now),
                        paused,
                        new Said(verdict, now));
        return new Step(rollout, List.of(verdict));
    }

    /** What was asked and has not happened is asked again, in the same words. */
    Step remind(Instant now) {
        if (said == null || said.verdict().isBroughtAbout(progress) || !isOverdue(now)) {
            return Step.silent(this);
        }
        var again = new Said(said.verdict(), now);
        return new Step(
                new Rollout(progress, stage, tally, timing, paused, again),
                List.of(again.verdict()));
    }

    /** Whether what was said last should have happened by now. */
    boolean isOverdue(Instant now) {
        return said != null && !now.isBefore(said.at().plus(PATIENCE));
    }

    private Step rollBack(String by, int threshold, Instant now) {
        var aim = new Verdict.Aim(Phase.FAILED, 0);
        return say(
                new Stage.RolledBack(),
                new Verdict(Verdict.Kind.ROLL_BACK, aim, tally, threshold, by, List.of()),
                now);
    }

    private Verdict promote(Phase phase, int weight, int threshold, String reason) {
        var aim = new Verdict.Aim(phase, weight);
        return new Verdict(Verdict.Kind.PROMOTE, aim, tally, threshold, reason, List.of());
    }

    private static Rollout begun(Progress report, Instant now, boolean isPaused) {
        var timing = Timing.startingAt(now, report.canaryWeight());
        return new Rollout(report, Stage.of(report), Tally.NONE, timing, isPaused, null);
    }

    /** After an end the same template may come again, but only by another delivery. */
    private boolean beginsAnew(Progress report) {
        return isOtherTemplate(report)
                || switch (stage) {
                    case Stage.Idle _ -> Stage.of(report).isUnderWay();
                    case Stage.Progressing _, Stage.Promoting _, Stage.Finalising _ -> false;
                    case Stage.Succeeded _, Stage.RolledBack _ ->
                            isOtherDelivery(report)
                                    && Stage.of(report) instanceof Stage.Progressing;
                };
    }

    /** What was said about an attempt that is over or another's is not asked for again. */
    private @Nullable Said stillSaid(Progress report, Stage next) {
        return next.isUnderWay() || !(next instanceof Stage.Idle) && !isOtherDelivery(report)
                ? said
                : null;
    }

    private boolean isWrittenNow(Progress report) {
        return stage instanceof Stage.Progressing(var weight)
                && progress.canaryWeight() != weight
                && report.canaryWeight() == weight;
    }

    private Stage stageAfter(Progress report) {
        return switch (report.phase()) {
            case INITIALIZING, INITIALIZED -> stage.isUnderWay() ? new Stage.Idle() : stage;
            case SUCCEEDED -> stage.isUnderWay() ? new Stage.Succeeded() : stage;
            case FAILED -> stage.isUnderWay() ? new Stage.RolledBack() : stage;
            case UNKNOWN, WAITING, PROGRESSING, WAITING_PROMOTION, PROMOTING, FINALISING -> stage;
        };
    }

    private boolean isOtherTemplate(Progress report) {
        return !report.subject().template().equals(progress.subject().template());
    }

    private boolean isOtherDelivery(Progress report) {
        return !report.subject().delivery().equals(progress.subject().delivery());
    }

    private Rollout paused(boolean isPaused) {
        return new Rollout(progress, stage, tally, timing, isPaused, said);
    }
}
