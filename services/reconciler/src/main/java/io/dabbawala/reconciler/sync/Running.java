package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import io.dabbawala.reconciler.sync.execution.Attempt;
import io.dabbawala.reconciler.sync.execution.HealthChecks;
import io.dabbawala.reconciler.sync.execution.SyncExecution;
import io.dabbawala.reconciler.sync.execution.SyncRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sync that was admitted, from its beginning to its result. */
final class Running {

    private final SyncExecution execution;
    private final Results results;
    private final Duration timeout;

    /**
     * @param timeout how long a sync may take; zero: as long as it likes
     */
    Running(SyncExecution execution, Results results, Duration timeout) {
        this.execution = execution;
        this.results = results;
        this.timeout = timeout;
    }

    /** The same again waits for its time; who commands does not, unless it failed them before. */
    Turn begin(Progress progress, Situation now, SyncPlan plan, SyncCause cause) {
        var failed = failed(progress, now, plan, cause);
        if (failed != null) {
            var retry = Retries.next(failed, now.state()).orElse(null);
            if (retry == null || retry.isAfter(now.now())) {
                return Turn.waiting(List.of(), progress, "FAILED: " + failed.reason(), retry);
            }
        }
        return start(progress, now, plan, cause);
    }

    /** What this would be the next try of; null if it is none. */
    private static @Nullable SyncResult failed(
            Progress progress, Situation now, SyncPlan plan, SyncCause cause) {
        var command = now.command();
        var isNews = command != null && !command.id().equals(progress.carriedOut());
        var last = progress.last();
        return last != null
                        && !isNews
                        && last.isFailureOf(plan.digest(), now.state().generation(), cause)
                ? last
                : null;
    }

    Turn start(Progress progress, Situation now, SyncPlan plan, SyncCause cause) {
        var command = now.command();
        var failed = failed(progress, now, plan, cause);
        var attempt =
                new Attempt(
                        now.state(),
                        plan,
                        plan.digest(),
                        cause,
                        failed == null ? 0 : failed.attempt() + 1,
                        Operations.id(progress, now, cause),
                        now.now());
        var next = command == null ? progress : progress.carryingOut(command.id());
        return advance(next, SyncRun.of(attempt), now);
    }

    Turn advance(Progress progress, SyncRun run, Situation now) {
        return switch (execution.advance(run, now)) {
            case SyncExecution.Reached.Pause(var here, var reason, var wakeAt) ->
                    isTooLong(here, now.now())
                            ? given(progress, here, tooLong(here, reason))
                            : Turn.waiting(
                                    List.of(),
                                    progress.running(here),
                                    reason,
                                    earlier(wakeAt, end(here)));
            case SyncExecution.Reached.Failure(var here) ->
                    results.turn(progress, results.ended(here, Outcome.FAILED, here.failure()));
            case SyncExecution.Reached.End(var here) ->
                    results.turn(progress, results.ended(here, Outcome.SUCCEEDED, ""));
        };
    }

    /** It is given up: hooks that run are stopped, what was applied stays. */
    Turn given(Progress progress, SyncRun run, String reason) {
        execution.stop(run);
        return results.turn(progress, results.ended(run, Outcome.FAILED, reason));
    }

    /** A hook of a sync that was overtaken ends before the next begins; empty if none runs. */
    Optional<Turn> unended(Progress progress, SyncRun run, Instant now) {
        return execution
                .running(run, now)
                .map(
                        pause ->
                                Turn.waiting(
                                        List.of(),
                                        progress.running(pause.run()),
                                        pause.reason(),
                                        pause.wakeAt()));
    }

    private String tooLong(SyncRun run, String reason) {
        return reason.startsWith(HealthChecks.WAITING)
                ? HealthChecks.FAILED
                        + "after %s, %s"
                                .formatted(
                                        limit(run), reason.substring(HealthChecks.WAITING.length()))
                : "SYNC_TIMEOUT: after %s, %s".formatted(limit(run), reason);
    }

    private boolean isTooLong(SyncRun run, Instant now) {
        var end = end(run);
        return end != null && !now.isBefore(end);
    }

    private @Nullable Instant end(SyncRun run) {
        var limit = limit(run);
        return limit.isPositive() ? run.attempt().startedAt().plus(limit) : null;
    }

    /** A Kustomization says it itself. */
    private Duration limit(SyncRun run) {
        var own =
                run.state().isKustomization()
                        ? run.state().applicationSpec().kustomization()
                        : null;
        return own == null ? timeout : own.timeout();
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
