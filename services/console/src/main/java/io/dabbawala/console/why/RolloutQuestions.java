package io.dabbawala.console.why;

import io.dabbawala.console.event.Desired;
import io.dabbawala.console.event.Judgement;
import io.dabbawala.console.event.Measurement;
import io.dabbawala.console.event.Rollback;
import io.dabbawala.console.event.SyncCause;
import io.dabbawala.console.timeline.ApplicationView;
import io.dabbawala.console.timeline.RolloutView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the analyzer judged. */
final class RolloutQuestions {

    /** Until another revision is declared that is not the rolled-back one. */
    static Optional<Explanation> isRolledBack(ApplicationView view) {
        return Optional.ofNullable(view.rollback())
                .filter(rollback -> isStillAbout(rollback, view.desired()))
                .map(
                        rollback ->
                                new Explanation(
                                        "RolledBack",
                                        rollback.summary(),
                                        reasons(rollback),
                                        afterRollback(view, rollback)));
    }

    static Optional<Explanation> isRollingOut(ApplicationView view) {
        return view.rollouts().values().stream()
                .filter(rollout -> rollout.phase().isUnderWay())
                .max(Comparator.comparing(RolloutView::time))
                .map(
                        rollout ->
                                new Explanation(
                                        view.isPaused() ? "Paused" : rollout.phase().word(),
                                        headline(rollout),
                                        reasons(view, rollout),
                                        next(view, rollout)));
    }

    private static boolean isStillAbout(Rollback rollback, @Nullable Desired desired) {
        return desired == null
                || desired.cause() == SyncCause.ROLLBACK
                || desired.digest().equals(rollback.fromDigest());
    }

    private static List<Why> reasons(Rollback rollback) {
        var failed = rollback.evidence().stream().filter(one -> !one.passed()).toList();
        return failed.isEmpty()
                ? List.of(Why.written(rollback.reason(), "ROLLED_BACK", rollback))
                : failed.stream()
                        .map(one -> Why.of("CHECK_FAILED", one.evidence(), rollback))
                        .toList();
    }

    private static String afterRollback(ApplicationView view, Rollback rollback) {
        return view.quarantined().contains(rollback.fromDigest())
                ? "%s is quarantined: push a revision that changes it, or whoever answers for it"
                                .formatted(rollback.from())
                        + " lifts the quarantine: dabba lift-quarantine %s --reason ..."
                                .formatted(view.application())
                : "the quarantine of %s is lifted; it may be declared again"
                        .formatted(rollback.from());
    }

    private static String headline(RolloutView rollout) {
        var checks =
                rollout.failedChecks() == 0
                        ? ""
                        : ", " + Judgement.checks(rollout.failedChecks(), rollout.threshold());
        return "rollout %s is %s at %d %%%s"
                .formatted(
                        rollout.rollout(), rollout.phase().word(), rollout.canaryWeight(), checks);
    }

    private static List<Why> reasons(ApplicationView view, RolloutView rollout) {
        var reasons = new ArrayList<Why>();
        var pause = view.pause();
        if (pause != null && view.isPaused()) {
            reasons.add(Why.of("PAUSED", pause.actor() + ": " + pause.reason(), pause));
        }
        Stream.ofNullable(rollout.judgement())
                .flatMap(RolloutQuestions::reasons)
                .forEach(reasons::add);
        if (reasons.isEmpty() && rollout.progress() != null) {
            reasons.add(Why.of("ROLLING_OUT", rollout.progress().summary(), rollout.progress()));
        }
        return reasons;
    }

    private static Stream<Why> reasons(Judgement judgement) {
        return judgement.evidence().isEmpty()
                ? Stream.of(Why.written(judgement.reason(), "ROLLING_OUT", judgement))
                : judgement.evidence().stream().map(one -> reason(one, judgement));
    }

    private static Why reason(Measurement one, Judgement judgement) {
        return Why.of(one.passed() ? "CHECK_PASSED" : "CHECK_FAILED", one.evidence(), judgement);
    }

    private static String next(ApplicationView view, RolloutView rollout) {
        if (view.isPaused()) {
            return "it stays so until somebody resumes it: dabba resume %s --reason ..."
                    .formatted(view.application());
        }
        var judgement = rollout.judgement();
        return judgement == null || judgement.threshold() == 0
                ? "the analyzer judges the next measurements"
                : "the next passed check moves it on; it goes back at %d failed checks"
                        .formatted(judgement.threshold());
    }

    private RolloutQuestions() {}
}
