package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.sync.SyncEvent.Finished;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import io.dabbawala.reconciler.sync.execution.Attempt;
import io.dabbawala.reconciler.sync.execution.ObjectResult;
import io.dabbawala.reconciler.sync.execution.PlanHealth;
import io.dabbawala.reconciler.sync.execution.SyncRun;
import io.dabbawala.reconciler.sync.verdict.Attestation;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of an application once it is as declared, or cannot be. */
final class Results {

    private final PlanHealth health;
    private final Attestation attestation;
    private final Clock clock;

    Results(PlanHealth health, Attestation attestation, Clock clock) {
        this.health = health;
        this.attestation = attestation;
        this.clock = clock;
    }

    /** Nothing differs. That is told once per generation, per admitted plan and per command. */
    Turn settled(Progress progress, Situation now, SyncPlan plan) {
        var state = now.state();
        var last = progress.last();
        var verdict = now.verdict();
        var command = now.command();
        if (verdict != null && isUnfinished(verdict, last, now)) {
            var cause =
                    last != null && last.isSuccessOf(state.generation())
                            ? SyncCause.LIVE_CHANGE
                            : state.cause();
            return turn(progress, nothingLeft(now, plan, verdict.planDigest(), cause));
        }
        if (command != null) {
            return turn(progress, nothingLeft(now, plan, plan.digest(), SyncCause.COMMAND));
        }
        return last != null && last.isSuccessOf(state.generation())
                ? new Turn(List.of(), progress, "", null, false, true)
                : turn(progress, nothingLeft(now, plan, plan.digest(), state.cause()));
    }

    /** A plan that was admitted and is in the cluster, but of which nobody was told. */
    private boolean isUnfinished(Verdict verdict, @Nullable SyncResult last, Situation now) {
        var isNew =
                last == null
                        || !last.planDigest().equals(verdict.planDigest())
                                && verdict.judgedAt().isAfter(last.startedAt());
        return isNew
                && verdict.decision() == Verdict.Decision.ADMITTED
                && attestation.check(verdict, now.state(), verdict.planDigest(), verdict.judgedAt())
                        instanceof Attestation.Check.Holds;
    }

    private Finished nothingLeft(Situation now, SyncPlan plan, String planDigest, SyncCause cause) {
        var run = SyncRun.of(new Attempt(now.state(), plan, planDigest, cause, 0, "", now.now()));
        var command = now.command();
        var step = cause == SyncCause.COMMAND && command != null ? command.id() : "";
        return new Finished(now.state(), ended(run, Outcome.SUCCEEDED, "").result(), step);
    }

    Finished ended(SyncRun run, Outcome outcome, String reason) {
        var attempt = run.attempt();
        var result =
                new SyncResult(
                        run.state().generation(),
                        attempt.planDigest(),
                        attempt.cause(),
                        outcome,
                        reason,
                        health.of(run.plan()),
                        attempt.number(),
                        0,
                        health.objects(run.plan(), withHooks(run)),
                        run.plan().notes(),
                        attempt.startedAt(),
                        clock.instant());
        return new Finished(run.state(), result, "");
    }

    private static List<ObjectResult> withHooks(SyncRun run) {
        return Stream.concat(run.results().stream(), run.hooks().stream().map(ObjectResult::ofHook))
                .toList();
    }

    Turn turn(Progress progress, Finished finished) {
        var result = finished.result();
        var next = progress.finished(result);
        if (result.cause() == SyncCause.LIVE_CHANGE) {
            next = next.healed(result.finishedAt());
        }
        var isFailure = result.outcome() == Outcome.FAILED;
        var retryAt = isFailure ? Retries.next(result, finished.state()).orElse(null) : null;
        return new Turn(
                List.of(finished),
                next,
                isFailure ? "FAILED: " + result.reason() : "",
                retryAt,
                result.cause() == SyncCause.COMMAND && retryAt == null,
                result.outcome() == Outcome.SUCCEEDED);
    }

    /** The desired state cannot be carried out, whatever the gate says. */
    Turn refused(Progress progress, Situation now, String reason) {
        var state = now.state();
        var last = progress.last();
        if (last != null
                && last.generation() == state.generation()
                && last.reason().equals(reason)) {
            return Turn.waiting(List.of(), progress, reason).commandDone();
        }
        var at = clock.instant();
        var result = refusal(state, reason, at);
        return Turn.waiting(
                        List.of(new Finished(state, result, "")), progress.finished(result), reason)
                .commandDone();
    }

    private static SyncResult refusal(DesiredState state, String reason, Instant at) {
        return new SyncResult(
                state.generation(),
                Json.digest("%s|%d|%s".formatted(state.digest(), state.generation(), reason)),
                state.cause(),
                Outcome.FAILED,
                reason,
                new Health(Health.Status.UNKNOWN, ""),
                0,
                0,
                List.of(),
                List.of(),
                at,
                at);
    }

    /** Adds what changed in health, and of what is asked for in vain, since the last result. */
    Turn withHealth(Turn turn, DesiredState state, SyncPlan plan) {
        var last = turn.progress().last();
        if (last == null || turn.tellsResult() || !last.isSuccessOf(state.generation())) {
            return turn;
        }
        var seen = health.of(plan);
        if (seen.status() == last.health().status() && plan.notes().equals(last.notes())) {
            return turn;
        }
        var changed = last.seen(seen, plan.notes(), clock.instant());
        return turn.followed(new Finished(state, changed, ""), turn.progress().finished(changed));
    }
}
