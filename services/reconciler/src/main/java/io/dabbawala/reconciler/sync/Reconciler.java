package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.Clusters;
import io.dabbawala.reconciler.hook.HookExecution;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.plan.Findings;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import io.dabbawala.reconciler.sync.execution.HealthChecks;
import io.dabbawala.reconciler.sync.execution.PlanHealth;
import io.dabbawala.reconciler.sync.execution.SyncExecution;
import io.dabbawala.reconciler.sync.execution.SyncRun;
import io.dabbawala.reconciler.sync.verdict.Attestation;
import io.dabbawala.reconciler.sync.verdict.Verdict;
import java.time.Clock;
import java.util.List;

/** Observes, decides, acts: one application, one turn. Taking a turn again is always safe. */
public final class Reconciler {

    private final Planner planner;
    private final PlanHealth health;
    private final Attestation attestation;
    private final Results results;
    private final Running running;
    private final HealthChecks checks;
    private final Clusters clusters;

    public Reconciler(
            Cluster cluster,
            Planner planner,
            HookExecution hooks,
            Attestation attestation,
            Clock clock,
            SyncTerms terms) {
        this.health = new PlanHealth(cluster, terms.health());
        this.planner = planner;
        this.clusters = terms.clusters();
        this.attestation = attestation;
        this.results = new Results(health, attestation, clock);
        this.checks = new HealthChecks(cluster);
        this.running =
                new Running(
                        new SyncExecution(cluster, planner, hooks, health, checks),
                        results,
                        terms.timeout());
    }

    /**
     * Whether an application that is settled may come to another end because of this. Most are
     * compared, planned and told without the status of their objects, but for their health.
     */
    public boolean isNews(LiveChange change, String application) {
        return switch (change) {
            case LiveChange.Seen _, LiveChange.Gone _ -> true;
            case LiveChange.StatusMoved moved ->
                    !planner.isBlindToStatus(application) || health.isMovedBy(moved);
        };
    }

    public Turn turn(Progress progress, Situation now) {
        var command = now.command();
        if (command == null) {
            return going(progress, now);
        }
        if (!command.means(now.state(), now.now())) {
            return going(progress, now.withoutCommand()).commandDone();
        }
        return switch (command.kind()) {
            case SYNC -> going(progress, now);
            case TERMINATE -> terminated(progress, now.withoutCommand(), command);
        };
    }

    /** What runs ends; what was asked for, and may have run before a restart, is given up too. */
    private Turn terminated(Progress progress, Situation now, SyncCommand command) {
        var reason = Retries.TERMINATED + "by %s: %s".formatted(command.actor(), command.reason());
        var run = progress.run();
        if (run != null) {
            return running.given(progress, run, reason).commandDone();
        }
        return progress.isOpen(now.state().generation())
                ? results.refused(progress, now, reason)
                : going(progress, now).commandDone();
    }

    private Turn going(Progress progress, Situation now) {
        var run = progress.run();
        if (run == null) {
            return fresh(progress, now);
        }
        if (run.state().generation() == now.state().generation()) {
            return running.advance(progress, run, now);
        }
        return running.unended(progress, run, now.now())
                .orElseGet(() -> overtaken(progress, run, now));
    }

    private Turn overtaken(Progress progress, SyncRun run, Situation now) {
        var overtaken = results.ended(run, Outcome.OUT_OF_DATE, "OUT_OF_DATE: a newer one came");
        return fresh(progress.finished(overtaken.result()), now).preceded(overtaken);
    }

    private Turn fresh(Progress progress, Situation now) {
        var state = now.state();
        var misplaced = clusters.problemOf(state.destination());
        if (misplaced.isPresent()) {
            return results.refused(progress, now, "DESTINATION_UNKNOWN: " + misplaced.get());
        }
        if (!Json.digest(state.manifests()).equals(state.digest())) {
            return results.refused(progress, now, "DIGEST_MISMATCH: these are other manifests");
        }
        Findings found;
        try {
            found = planner.look(state);
            checks.read(state);
        } catch (IllegalArgumentException e) {
            return results.refused(progress, now, "UNREADABLE_MANIFESTS: " + e.getMessage());
        }
        if (!found.refusal().isEmpty()) {
            return results.refused(progress, now, "SHARED_RESOURCE: " + found.refusal());
        }
        var plain = found.withoutHooks();
        if (plain.wipesOut() && !state.syncPolicy().allowEmpty() && !state.isWithdrawn()) {
            return results.refused(progress, now, "WOULD_WIPE_OUT: every object left Git");
        }
        var cause = Entitlement.causeOf(progress, now, plain);
        var plan = Operations.plan(found, plain, progress, now, cause);
        var turn =
                plan.isEmpty()
                        ? unchanged(progress, now, plan, cause)
                        : differing(progress, now, plan, cause);
        return results.withHealth(turn, now.state(), plan);
    }

    /** Nothing differs, but it counts as synced only once what it waits for is well. */
    private Turn unchanged(Progress progress, Situation now, SyncPlan plan, SyncCause cause) {
        var last = progress.last();
        var isSynced = last != null && last.isSuccessOf(now.state().generation());
        if (isSynced || !checks.areAskedFor(now.state())) {
            return results.settled(progress, now, plan);
        }
        return checks.of(now.state(), plan, now.now()) instanceof HealthChecks.Answer.Passed
                ? running.start(progress, now, plan, cause)
                : running.begin(progress, now, plan, cause);
    }

    private Turn differing(Progress progress, Situation now, SyncPlan plan, SyncCause cause) {
        var verdict = now.verdict();
        if (verdict == null || !verdict.planDigest().equals(plan.digest())) {
            return Asking.turn(progress, now, plan, cause, "");
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
                : Asking.turn(progress, now, plan, SyncCause.COMMAND, "");
    }

    private Turn admitted(
            Progress progress, Situation now, SyncPlan plan, SyncCause cause, Verdict verdict) {
        return switch (attestation.check(verdict, now.state(), plan.digest(), now.now())) {
            case Attestation.Check.Holds _ -> running.begin(progress, now, plan, cause);
            case Attestation.Check.Expired(var until) ->
                    Asking.turn(progress, now, plan, cause, "after " + until);
            case Attestation.Check.Fails(var reason) ->
                    Turn.waiting(List.of(), progress, "ATTESTATION_INVALID: " + reason);
        };
    }
}
