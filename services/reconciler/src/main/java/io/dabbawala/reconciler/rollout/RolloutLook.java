package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Observe, decide, act, until there is nothing left to do. It may be repeated at any time, and
 * stopped after any call: the next look sees what is missing.
 */
final class RolloutLook {

    static final ApplyOptions OPTIONS = new ApplyOptions("dabbawala-rollout", true, false);

    /** A look decides at most a few things one after the other; the next look is near. */
    private static final int ROUNDS = 6;

    private final Cluster cluster;
    private final Clock clock;

    RolloutLook(Cluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /**
     * @param synced the application's state, if it is known
     * @param remembered for the case that the primary, and what is written on it, was deleted
     */
    Seen look(
            Canary canary,
            Optional<SyncedState> synced,
            Optional<Standing> remembered,
            Change change) {
        var applied = new HashSet<Manifest>();
        var round = round(canary, synced, remembered, applied);
        var standing = round.standing();
        if (standing.isEmpty() || !round.refusal().isEmpty()) {
            return round.seen(standing, round.refusal());
        }
        var next = change.of(standing.get(), round.readiness(standing.get()), round.now());
        for (int i = 0; i < ROUNDS; i++) {
            next = round.decide(next);
            var missing = round.missing(next);
            if (missing.isEmpty()) {
                return round.seen(Optional.of(next), round.waiting());
            }
            var refusal = apply(missing, next);
            applied.addAll(missing);
            round = round(canary, synced, Optional.of(next), applied);
            if (refusal.isPresent()) {
                return round.seen(round.standing(), refusal.get());
            }
        }
        return round.seen(Optional.of(next), round.waiting());
    }

    /** A rollback goes on whatever is refused: traffic must leave the canary. */
    private Optional<String> apply(List<Manifest> missing, Standing standing) {
        var refusals = new LinkedHashSet<String>();
        for (var manifest : missing) {
            switch (cluster.apply(manifest, OPTIONS)) {
                case ApplyOutcome.Created _,
                        ApplyOutcome.Configured _,
                        ApplyOutcome.Unchanged _ -> {}
                case ApplyOutcome.Conflicted(var conflicts) ->
                        refusals.add("FIELD_CONFLICT: %s: %s".formatted(manifest.ref(), conflicts));
                case ApplyOutcome.Refused(var reason, var message) ->
                        refusals.add("%s: %s: %s".formatted(reason, manifest.ref(), message));
            }
            if (!refusals.isEmpty() && !(standing.stage() instanceof Stage.Failed)) {
                break;
            }
        }
        return refusals.stream().findFirst();
    }

    private Round round(
            Canary canary,
            Optional<SyncedState> synced,
            Optional<Standing> remembered,
            Set<Manifest> applied) {
        var target = synced.flatMap(state -> Target.of(canary, state, this::content));
        return new Round(canary, target, observe(canary, target), remembered, applied);
    }

    private Sight observe(Canary canary, Optional<Target> target) {
        var objects = new LinkedHashMap<ObjectRef, LiveObject>();
        for (var ref : Round.objectsOf(canary, target)) {
            cluster.read(ref).ifPresent(live -> objects.put(ref, live));
        }
        return new Sight(objects, now());
    }

    private Optional<Map<String, Object>> content(ObjectRef ref) {
        return cluster.read(ref).map(LiveObject::content);
    }

    private Instant now() {
        return clock.instant();
    }
}
