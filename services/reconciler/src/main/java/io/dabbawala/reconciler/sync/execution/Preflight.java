package io.dabbawala.reconciler.sync.execution;

import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.operation.ObjectOptions;
import io.dabbawala.reconciler.plan.Planner;
import io.dabbawala.reconciler.plan.SyncPlan;
import io.dabbawala.reconciler.plan.SyncStep;
import io.dabbawala.reconciler.plan.SyncWave;
import io.dabbawala.reconciler.sync.execution.ObjectResult.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks the API server about every step before the first is taken, where a refusal in the middle
 * would leave half a sync: with hooks, with several waves, or when something is pruned too. A plan
 * of one wave is its own trial.
 */
final class Preflight {

    private static final String RBAC = "rbac.authorization.k8s.io";

    private final Cluster cluster;
    private final Planner planner;

    Preflight(Cluster cluster, Planner planner) {
        this.cluster = cluster;
        this.planner = planner;
    }

    /** What would be refused; empty if nothing is, or nobody has to be asked. */
    List<ObjectResult> refusals(SyncPlan plan, SyncPolicy policy) {
        if (!isNeeded(plan)) {
            return List.of();
        }
        var trial = new WaveExecution(step -> tried(step, plan, policy));
        return Stream.concat(plan.waves().stream(), plan.afterFailure().stream())
                .map(Preflight::onlyApplies)
                .flatMap(wave -> trial.take(wave).stream())
                .filter(ObjectResult::isFailure)
                .toList();
    }

    private static boolean isNeeded(SyncPlan plan) {
        var prunes = plan.steps().filter(SyncStep.Prune.class::isInstance).count();
        return plan.waves().size() > 1
                || plan.steps().anyMatch(SyncStep.Hook.class::isInstance)
                || prunes > 0 && prunes < plan.steps().count();
    }

    private static SyncWave onlyApplies(SyncWave wave) {
        var applies =
                wave.steps().stream().filter(step -> !(step instanceof SyncStep.Prune)).toList();
        return new SyncWave(wave.phase(), wave.number(), applies);
    }

    private ObjectResult tried(SyncStep step, SyncPlan plan, SyncPolicy policy) {
        return switch (step) {
            case SyncStep.Create(var manifest) -> tried(manifest, plan, policy);
            case SyncStep.Correct correct ->
                    planner.isAccepted(correct)
                            ? new ObjectResult(step.ref(), Outcome.UNCHANGED, "")
                            : tried(correct.manifest(), plan, policy);
            case SyncStep.Hook(_, var manifest) -> tried(manifest, plan, policy);
            case SyncStep.Prune _, SyncStep.Keep _ ->
                    new ObjectResult(step.ref(), Outcome.UNCHANGED, "");
        };
    }

    private ObjectResult tried(Manifest manifest, SyncPlan plan, SyncPolicy policy) {
        var ref = manifest.ref();
        return cluster.apply(manifest, ApplyOptions.DRY_RUN)
                                instanceof ApplyOutcome.Refused(var reason, var why)
                        && !(reason == Refusal.NOT_FOUND && isYetToCome(manifest, plan, policy))
                ? ObjectResult.refused(ref, reason, why)
                : new ObjectResult(ref, Outcome.UNCHANGED, "");
    }

    /** The kind, the namespace or the role is created by the same plan, or by somebody in time. */
    private static boolean isYetToCome(Manifest manifest, SyncPlan plan, SyncPolicy policy) {
        return ObjectOptions.of(manifest.content(), policy)
                        .isOnAnywhere("SkipDryRunOnMissingResource")
                || plan.steps()
                        .filter(SyncStep.Create.class::isInstance)
                        .map(step -> ((SyncStep.Create) step).manifest())
                        .anyMatch(created -> brings(created, manifest));
    }

    private static boolean brings(Manifest created, Manifest needing) {
        var needed = needing.ref();
        return created.ref().isOfKind("", "Namespace")
                        && created.ref().name().equals(needed.namespace())
                || created.ref().isOfKind("apiextensions.k8s.io", "CustomResourceDefinition")
                        && needed.isOfKind(
                                Tree.text(created.content(), "spec", "group"),
                                Tree.text(created.content(), "spec", "names", "kind"))
                || isRoleOf(created.ref(), needing);
    }

    /** Who may not bind every role is asked whether he holds what this one allows. */
    private static boolean isRoleOf(ObjectRef created, Manifest binding) {
        return created.isOfKind(RBAC, Tree.text(binding.content(), "roleRef", "kind"))
                && created.name().equals(Tree.text(binding.content(), "roleRef", "name"))
                && (created.namespace().isEmpty()
                        || created.namespace().equals(binding.ref().namespace()));
    }
}
