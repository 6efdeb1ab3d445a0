package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.health.ApplicationHealth;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.plan.Cluster;
import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.ObjectRef;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.plan.PruneRules;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.plan.SyncWave;
import io.dabbawala.reconciler.sync.ObjectResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Carries out what was admitted, wave by wave. */
final class SyncExecution {

    private final Cluster cluster;
    private final Planner planner;

    SyncExecution(Cluster cluster, Planner planner) {
        this.cluster = cluster;
        this.planner = planner;
    }

    /** How far a run got. */
    sealed interface Reached {

        SyncRun run();

        record End(SyncRun run) implements Reached {}

        record Failure(SyncRun run, String reason) implements Reached {}

        /** The next wave comes when everything before is healthy. */
        record Pause(SyncRun run, String reason) implements Reached {}
    }

    Reached advance(SyncRun run) {
        var policy = run.state().syncPolicy();
        var step = new StepExecution(cluster, planner, PruneRules.propagation(policy));
        var waves = new WaveExecution(step::take);
        var here = run;
        while (!here.isDone()) {
            var wave = here.plan().waves().get(here.nextWave());
            var before = healthBefore(here.plan(), wave);
            switch (before.status()) {
                case HEALTHY -> here = here.with(waves.take(wave));
                case DEGRADED -> {
                    return new Reached.Failure(here, "WAVE_DEGRADED: " + before.message());
                }
                case SUSPENDED, PROGRESSING, MISSING, UNKNOWN -> {
                    return new Reached.Pause(here, "WAVE %s: %s".formatted(wave, before.message()));
                }
            }
            if (here.hasFailed()) {
                return new Reached.Failure(here, reasonOf(here));
            }
        }
        return new Reached.End(here);
    }

    Health health(SyncPlan plan) {
        return ApplicationHealth.of(live(plan.declared()), plan.declared().size());
    }

    /** The results of the run, and everything else that is declared or kept. */
    List<ObjectResult.WithHealth> objects(SyncPlan plan, List<ObjectResult> results) {
        var all = new ArrayList<>(results);
        var told = results.stream().map(ObjectResult::ref).collect(Collectors.toSet());
        plan.declared().stream()
                .map(Placed::ref)
                .filter(ref -> !told.contains(ref))
                .map(ref -> new ObjectResult(ref, Outcome.UNCHANGED, ""))
                .forEach(all::add);
        plan.kept().stream()
                .map(kept -> new ObjectResult(kept.ref(), Outcome.PRUNE_SKIPPED, kept.reason()))
                .forEach(all::add);
        return all.stream()
                .map(result -> new ObjectResult.WithHealth(result, healthOf(result.ref())))
                .toList();
    }

    private Optional<Health> healthOf(ObjectRef ref) {
        return cluster.read(ref).flatMap(ObjectHealth::of);
    }

    private Health healthBefore(SyncPlan plan, SyncWave wave) {
        var earlier =
                plan.declared().stream()
                        .filter(placed -> placed.isBefore(wave.phase(), wave.number()))
                        .toList();
        return ApplicationHealth.of(live(earlier), 0);
    }

    private List<LiveObject> live(List<Placed> declared) {
        return declared.stream().flatMap(placed -> cluster.read(placed.ref()).stream()).toList();
    }

    private static String reasonOf(SyncRun run) {
        return run.results().stream()
                .filter(ObjectResult::isFailure)
                .map(result -> result.message() + " (" + result.ref() + ")")
                .findFirst()
                .orElse("");
    }
}
