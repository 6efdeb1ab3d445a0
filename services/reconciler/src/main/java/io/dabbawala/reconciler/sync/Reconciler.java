package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.plan.Cluster;
import io.dabbawala.reconciler.plan.Json;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.plan.SyncCause;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Observes, decides, acts: one application, one turn. Taking a turn again is always safe. */
public final class Reconciler {

    private final Planner planner;
    private final SyncExecution execution;
    private final Attestation attestation;
    private final Results results;

    public Reconciler(Cluster cluster, Planner planner, Attestation attestation, Clock clock) {
        this.planner = planner;
        this.execution = new SyncExecution(cluster, planner);
        this.attestation = attestation;
        this.results = new Results(execution, attestation, clock);
    }

    public Turn turn(Progress progress, Situation now) {
        var command = now.command();
        if (command != null && !command.means(now.state(), now.now())) {
            return turn(progress, now.withoutCommand()).commandDone();
        }
        var run = progress.run();
        if (run == null) {
            return fresh(progress, now);
        }
        if (run.state().generation() == now.state().generation()) {
            return advance(progress, run);
        }
        var overtaken = results.ended(run, Outcome.OUT_OF_DATE, "OUT_OF_DATE: a newer one came");
        return fresh(progress.finished(overtaken.result()), now).preceded(overtaken);
    }

    private Turn fresh(Progress progress, Situation now) {
        var state = now.state();
        if (!Json.digest(state.manifests()).equals(state.digest())) {
            return results.refused(progress, now, "DIGEST_MISMATCH: these are other manifests");
        }
        SyncPlan plan;
        try {
            plan = planner.plan(state);
        } catch (IllegalArgumentException e) {
            return results.refused(progress, now, "UNREADABLE_MANIFESTS: " + e.getMessage());
        }
        if (plan.wipesOut() && !state.syncPolicy().allowEmpty()) {
            return results.refused(progress, now, "WOULD_WIPE_OUT: every object left Git");
        }
        var turn =
                plan.isEmpty()
                        ? results.settled(progress, now, plan)
                        : differing(progress, now, plan);
        return results.withHealth(turn, now.state(), plan);
    }

    private Turn differing(Progress progress, Situation now, SyncPlan plan) {
        var cause = Entitlement.causeOf(progress, now, plan);
        var verdict = now.verdict();
        if (verdict == null || !verdict.planDigest().equals(plan.digest())) {
            return asking(progress, now, plan, cause, "");
        }
        return switch (verdict.decision()) {
            case ADMITTED -> admitted(progress, now, plan, cause, verdict);
            case HELD -> answered(progress, now, plan, "HELD: " + verdict.reason());
            case DENIED -> answered(progress, now, plan, "DENIED: " + verdict.reason());
        };
    }

    /** Only a command that was not asked for yet asks again. */
    private Turn answered(Progress progress, Situation now, SyncPlan plan, String answer) {
        var command = now.command();
        return command == null || progress.requested().equals(plan.digest() + command.id())
                ? Turn.waiting(List.of(), progress, answer)
                : asking(progress, now, plan, SyncCause.COMMAND, "");
    }

    private Turn admitted(
            Progress progress, Situation now, SyncPlan plan, SyncCause cause, Verdict verdict) {
        return switch (attestation.check(verdict, now.state(), plan.digest(), now.now())) {
            case Attestation.Check.Holds _ -> begin(progress, now, plan, cause);
            case Attestation.Check.Expired(var until) ->
                    asking(progress, now, plan, cause, "after " + until);
            case Attestation.Check.Fails(var reason) ->
                    Turn.waiting(List.of(), progress, "ATTESTATION_INVALID: " + reason);
        };
    }

    /**
     * @param again why the same plan is asked for again; empty for the first time
     */
    private Turn asking(
            Progress progress, Situation now, SyncPlan plan, SyncCause cause, String again) {
        var events = new ArrayList<SyncEvent>();
        var next = progress;
        if (!progress.drifted().equals(plan.digest())) {
            events.add(new SyncEvent.Drifted(now.state(), plan, cause, now.now()));
            next = next.drifted(plan);
        }
        var reason = Entitlement.missing(cause, now.state().syncPolicy());
        if (!reason.isEmpty()) {
            return Turn.waiting(events, next, reason);
        }
        var slowed = next.healing().next(now.now());
        if (cause == SyncCause.LIVE_CHANGE && slowed.isAfter(now.now())) {
            return Turn.waiting(events, next, "SELF_HEAL_SLOWED: until " + slowed, slowed);
        }
        var command = now.command();
        var step = command == null ? again : command.id() + again;
        if (!progress.requested().equals(plan.digest() + step)) {
            events.add(request(now, plan, cause, step));
            next = next.requested(plan.digest() + step);
        }
        return Turn.waiting(events, next, "GATE: no verdict yet");
    }

    private static SyncEvent request(Situation now, SyncPlan plan, SyncCause cause, String step) {
        var command = now.command();
        return new SyncEvent.Requested(
                now.state(),
                plan,
                cause,
                command == null ? "reconciler" : command.actor(),
                command == null ? "" : command.reason(),
                step,
                now.now());
    }

    private Turn begin(Progress progress, Situation now, SyncPlan plan, SyncCause cause) {
        var last = progress.last();
        var isRetry = last != null && last.isFailureOf(plan.digest());
        if (isRetry && cause != SyncCause.COMMAND) {
            var retry = Retries.next(last).orElse(null);
            if (retry == null || retry.isAfter(now.now())) {
                return Turn.waiting(List.of(), progress, "FAILED: " + last.reason(), retry);
            }
        }
        var attempt = isRetry ? last.attempt() + 1 : 0;
        return advance(
                progress,
                new SyncRun(
                        now.state(), plan, plan.digest(), cause, attempt, now.now(), 0, List.of()));
    }

    private Turn advance(Progress progress, SyncRun run) {
        return switch (execution.advance(run)) {
            case SyncExecution.Reached.Pause(var here, var reason) ->
                    Turn.waiting(List.of(), progress.running(here), reason);
            case SyncExecution.Reached.Failure(var here, var reason) ->
                    results.turn(progress, results.ended(here, Outcome.FAILED, reason));
            case SyncExecution.Reached.End(var here) ->
                    results.turn(progress, results.ended(here, Outcome.SUCCEEDED, ""));
        };
    }
}
