package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rollouts: what is declared of them, what of their applications was synced, and how to look at
 * one. Looks at one rollout must not overlap.
 */
public final class Rollouts {

    private final RolloutLook look;
    private final HandBack handBack;
    private final Map<String, Canary> canaries = new ConcurrentHashMap<>();
    private final Map<String, SyncedState> synced = new ConcurrentHashMap<>();
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private volatile boolean isComplete;

    public Rollouts(Cluster cluster, Clock clock) {
        this.look = new RolloutLook(cluster, clock);
        this.handBack = new HandBack(cluster);
    }

    /**
     * @return the rollouts to look at: its own, and the one it was about before
     */
    public List<String> declared(Canary canary) {
        var before = withdrawn(canary.name());
        canaries.put(canary.rollout(), canary);
        return Stream.concat(before.stream(), Stream.of(canary.rollout())).distinct().toList();
    }

    /**
     * @param canary {@code namespace/name} of the Canary
     * @return the rollouts to look at
     */
    public List<String> withdrawn(String canary) {
        var withdrawn = canaries.values().stream().filter(it -> it.name().equals(canary)).toList();
        withdrawn.forEach(it -> canaries.remove(it.rollout(), it));
        return withdrawn.stream().map(Canary::rollout).toList();
    }

    /**
     * Takes in what was synced of an application.
     *
     * @return the rollouts to look at
     */
    public List<String> synced(DesiredState state, List<Manifest> declared) {
        var objects = SyncedState.of(state, declared);
        synced.put(state.application(), objects);
        return objects.workloads().map(Rollouts::name).filter(this::isRollout).toList();
    }

    /** Every Canary there is has been declared here: what is unknown is none. */
    public void complete() {
        isComplete = true;
    }

    public boolean isComplete() {
        return isComplete;
    }

    /** Whether a rollout decides about this object, or may, as long as not all are known. */
    boolean mayDecide(ObjectRef ref) {
        return !isComplete
                || canaries.values().stream()
                        .anyMatch(
                                canary ->
                                        ref.equals(canary.target())
                                                || ref.equals(canary.apexService())
                                                || ref.equals(canary.route()));
    }

    /** Those that are declared, and those that were and are not handed back yet. */
    public Set<String> all() {
        return Stream.concat(
                        canaries.keySet().stream(),
                        synced.values().stream()
                                .flatMap(SyncedState::workloads)
                                .map(Rollouts::name)
                                .filter(this::isRollout))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rollouts that this object belongs to. */
    public List<String> of(ObjectRef ref) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().objects().contains(ref))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Brings about what is missing, and tells what there is. */
    public Optional<Progress> look(String rollout) {
        if (isComplete && !canaries.containsKey(rollout)) {
            handBack.look(workload(rollout));
        }
        return look(rollout, Change.NONE);
    }

    public Optional<Progress> judged(String rollout, Verdict verdict) {
        return look(rollout, (standing, _, now) -> standing.judged(verdict, now));
    }

    /** A rollback of that template was issued. */
    public Optional<Progress> rolledBack(String rollout, String template) {
        return look(
                rollout,
                (standing, readiness, now) -> standing.rolledBack(template, readiness, now));
    }

    private Optional<Progress> look(String rollout, Change change) {
        var canary = canaries.get(rollout);
        if (canary == null || canary.isSuspended()) {
            return Optional.empty();
        }
        var state =
                synced.values().stream()
                        .filter(it -> it.declared(canary.target()).isPresent())
                        .findFirst();
        var before = Optional.ofNullable(seen.get(rollout)).flatMap(Seen::standing);
        var now = look.look(canary, state, before, change);
        seen.put(rollout, now);
        return now.progress();
    }

    private boolean isRollout(String rollout) {
        return canaries.containsKey(rollout) || isComplete && handBack.isDue(workload(rollout));
    }

    private static String name(ObjectRef workload) {
        return workload.namespace() + "/" + workload.name();
    }

    private static ObjectRef workload(String rollout) {
        var slash = rollout.indexOf('/');
        return ObjectRef.of(
                "apps/v1", "Deployment", rollout.substring(0, slash), rollout.substring(slash + 1));
    }
}
