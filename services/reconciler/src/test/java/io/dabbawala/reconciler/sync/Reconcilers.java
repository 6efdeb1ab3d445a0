package io.dabbawala.reconciler.sync;

import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.Clusters;
import io.dabbawala.reconciler.cluster.KindScopes;
import io.dabbawala.reconciler.health.HealthRules;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.hook.HookExecution;
import io.dabbawala.reconciler.hook.HookSightings;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.sync.verdict.Attestation;
import io.dabbawala.reconciler.sync.verdict.GateKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Reconcilers that believe a test's gate and deliver to the cluster they run in. */
public final class Reconcilers {

    private static final Duration HOOKS = Duration.ofMinutes(30);

    public static <C extends Cluster & KindScopes> Reconciler reconciler(
            C cluster, TestGate gate, HookSightings sightings, Clock clock) {
        return reconciler(
                cluster, gate, sightings, clock, terms(Duration.ZERO, ObjectHealth.BUILT_IN));
    }

    static <C extends Cluster & KindScopes> Reconciler reconciler(
            C cluster, TestGate gate, HookSightings sightings, Clock clock, SyncTerms terms) {
        return new Reconciler(
                cluster,
                new Planner(cluster, cluster, _ -> Set.of()),
                new HookExecution(cluster, sightings, HOOKS),
                new Attestation(() -> GateKeys.of(gate.publicKey()), "in-cluster"),
                clock,
                terms);
    }

    static SyncTerms terms(Duration timeout, HealthRules health) {
        return new SyncTerms(timeout, health, Clusters.only("in-cluster"));
    }

    private Reconcilers() {}
}
