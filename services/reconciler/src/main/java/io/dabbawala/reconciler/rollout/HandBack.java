package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happens when a Canary left Git: the target gets its replicas back, and if the Canary said
 * so, users get the target back. What was made stays, but is no rollout's any more; that comes
 * last, so an interrupted hand-back is seen and goes on.
 */
final class HandBack {

    private final Cluster cluster;

    HandBack(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Whether this workload has a primary that is still a rollout's. */
    boolean isDue(ObjectRef target) {
        return cluster.read(Canary.primaryOf(target)).flatMap(StandingNotes::read).isPresent();
    }

    void look(ObjectRef target) {
        cluster.read(Canary.primaryOf(target))
                .ifPresent(
                        primary ->
                                StandingNotes.read(primary)
                                        .ifPresent(
                                                standing -> giveBack(target, primary, standing)));
    }

    private void giveBack(ObjectRef target, LiveObject primary, Standing standing) {
        var spec = standing.promoted().spec();
        var replicas = Tree.number(spec, "replicas").orElse(1);
        if (cluster.read(target).isPresent()
                && !apply(Generated.part(target, Map.of("spec", Map.of("replicas", replicas))))) {
            return;
        }
        if (PrimaryDeployment.isRevertedOnDeletion(primary) && !revert(target, primary, spec)) {
            return;
        }
        var declared = new LinkedHashMap<>(Tree.map(primary.content(), "spec"));
        apply(Generated.part(primary.ref(), Map.of("spec", declared)));
    }

    /** False while the target cannot serve. */
    private boolean revert(ObjectRef target, LiveObject primary, Map<String, Object> spec) {
        var isReady =
                cluster.read(target)
                        .filter(it -> DeploymentStatus.of(it).isReady(Stage.ALL))
                        .isPresent();
        var apex = cluster.read(PrimaryDeployment.apexOf(primary));
        var label = SelectorLabel.of(spec);
        if (!isReady || apex.isEmpty() || label.isEmpty()) {
            return false;
        }
        var ports = Tree.list(apex.get().content(), "spec", "ports");
        return apply(
                Generated.part(
                        apex.get().ref(),
                        Map.of("spec", Map.of("selector", label.get().asMap(), "ports", ports))));
    }

    private boolean apply(Manifest manifest) {
        return switch (cluster.apply(manifest, RolloutLook.OPTIONS)) {
            case ApplyOutcome.Created _, ApplyOutcome.Configured _, ApplyOutcome.Unchanged _ ->
                    true;
            case ApplyOutcome.Conflicted _, ApplyOutcome.Refused _ -> false;
        };
    }
}
