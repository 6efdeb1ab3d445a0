package io.dabbawala.reconciler.sync.execution;

import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.health.ApplicationHealth;
import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.health.HealthRules;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.order.Placed;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.plan.SyncWave;
import io.dabbawala.reconciler.sync.execution.ObjectResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the objects of a plan are now; hooks do not count. */
public final class PlanHealth {

    private final Cluster cluster;
    private final HealthRules rules;

    public PlanHealth(Cluster cluster, HealthRules rules) {
        this.cluster = cluster;
        this.rules = rules;
    }

    public Health of(SyncPlan plan) {
        return ApplicationHealth.of(live(plan.declared()), plan.declared().size(), rules);
    }

    /** Whether this change makes the object better or worse; only the status word counts. */
    public boolean isMovedBy(LiveChange.StatusMoved change) {
        return !word(change.before()).equals(word(change.object()));
    }

    private Optional<Health.Status> word(LiveObject object) {
        return rules.assess(object).map(Health::status);
    }

    /** Of everything that comes before this wave. */
    Health before(SyncPlan plan, SyncWave wave) {
        var earlier =
                plan.declared().stream()
                        .filter(placed -> placed.isBefore(wave.phase(), wave.number()))
                        .toList();
        return ApplicationHealth.of(live(earlier), 0, rules);
    }

    /** These results, and everything else that is declared or kept. */
    public List<ObjectResult.WithHealth> objects(SyncPlan plan, List<ObjectResult> results) {
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
        return cluster.read(ref).flatMap(rules::assess);
    }

    private List<LiveObject> live(List<Placed> declared) {
        return declared.stream().flatMap(placed -> cluster.read(placed.ref()).stream()).toList();
    }
}
