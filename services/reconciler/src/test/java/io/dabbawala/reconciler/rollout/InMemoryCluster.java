package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.DeleteOptions;
import io.dabbawala.reconciler.cluster.DeleteOutcome;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.cluster.UnreachableCluster;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Objects in memory. Pods of a Deployment are as ready as the test says. */
public final class InMemoryCluster implements Cluster {

    private final Map<ObjectRef, LiveObject> objects = new LinkedHashMap<>();
    private final Map<ObjectRef, Map<String, Object>> applied = new HashMap<>();
    private final List<String> writes = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private int version = 100;
    private int patience = Integer.MAX_VALUE;

    @Override
    public synchronized Optional<LiveObject> read(ObjectRef ref) {
        return Optional.ofNullable(objects.get(ref));
    }

    @Override
    public List<LiveObject> tracked(String application) {
        return List.of();
    }

    @Override
    public synchronized ApplyOutcome apply(Manifest manifest, ApplyOptions options) {
        if (patience-- <= 0) {
            throw new UnreachableCluster("apply " + manifest.ref(), "the process died");
        }
        if (refused.contains(manifest.ref().kind())) {
            return new ApplyOutcome.Refused(Refusal.ADMISSION_DENIED, "not here");
        }
        var before = objects.get(manifest.ref());
        var content = before == null ? Map.<String, Object>of() : before.content();
        var last = applied.getOrDefault(manifest.ref(), Map.of());
        var merged = merged(without(content, last, manifest.content()), manifest.content());
        applied.put(manifest.ref(), manifest.content());
        if (merged.equals(content)) {
            return new ApplyOutcome.Unchanged(Objects.requireNonNull(before));
        }
        writes.add(manifest.ref().kind() + " " + manifest.ref().name());
        var now = put(merged, !Objects.equals(content.get("spec"), merged.get("spec")));
        return before == null ? new ApplyOutcome.Created(now) : new ApplyOutcome.Configured(now);
    }

    @Override
    public void release(LiveObject object, String finalizer) {
        throw new UnsupportedOperationException("a rollout has no hooks");
    }

    @Override
    public DeleteOutcome delete(ObjectRef ref, DeleteOptions options) {
        throw new UnsupportedOperationException("a rollout deletes nothing");
    }

    @Override
    public void watch(Consumer<LiveChange> listener) {
        throw new UnsupportedOperationException("tests look when they want to");
    }

    /** What was written since the last question, in order. */
    synchronized List<String> writes() {
        var all = List.copyOf(writes);
        writes.clear();
        return all;
    }

    /** From now on this many writes succeed, then the process dies at one. */
    void dieAfter(int count) {
        patience = count;
    }

    void live() {
        patience = Integer.MAX_VALUE;
    }

    void refuse(String kind) {
        refused.add(kind);
    }

    /** Somebody else changes or makes an object. */
    public synchronized void edit(ObjectRef ref, UnaryOperator<Map<String, Object>> change) {
        var before = objects.get(ref);
        put(change.apply(before == null ? Map.of() : before.content()), true);
    }

    public synchronized void put(Map<String, Object> content) {
        put(content, true);
    }

    synchronized void delete(ObjectRef ref) {
        objects.remove(ref);
        applied.remove(ref);
    }

    /** Every pod that shall run runs. */
    public synchronized void rollOut(ObjectRef ref) {
        var live = objects.get(ref);
        if (live != null) {
            var replicas = Tree.number(live.content(), "spec", "replicas").orElse(1);
            status(
                    ref,
                    Map.of(
                            "replicas",
                            replicas,
                            "updatedReplicas",
                            replicas,
                            "availableReplicas",
                            replicas,
                            "conditions",
                            List.of()));
        }
    }

    synchronized void status(ObjectRef ref, Map<String, Object> status) {
        var content = new LinkedHashMap<>(Objects.requireNonNull(objects.get(ref)).content());
        var observed = new LinkedHashMap<>(status);
        observed.put(
                "observedGeneration", Tree.number(content, "metadata", "generation").orElse(0));
        content.put("status", observed);
        put(content, false);
    }

    private LiveObject put(Map<String, Object> content, boolean isNewGeneration) {
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.put("resourceVersion", Integer.toString(++version));
        if (isNewGeneration) {
            metadata.put("generation", version);
        }
        var next = new LinkedHashMap<>(content);
        next.put("metadata", metadata);
        var live = LiveObject.of(next);
        objects.put(live.ref(), live);
        return live;
    }

    private static Map<String, Object> merged(
            Map<String, Object> live, Map<String, Object> applied) {
        var merged = new LinkedHashMap<>(live);
        applied.forEach(
                (key, value) ->
                        merged.merge(
                                key,
                                value,
                                (old, now) ->
                                        old instanceof Map && now instanceof Map && !isAtomic(key)
                                                ? merged(Tree.map(old), Tree.map(now))
                                                : now));
        return merged;
    }

    /** What was applied before and is not any more is gone. */
    private static Map<String, Object> without(
            Map<String, Object> live, Map<String, Object> last, Map<String, Object> now) {
        var left = new LinkedHashMap<>(live);
        last.forEach(
                (key, value) -> {
                    if (value instanceof Map && left.get(key) instanceof Map<?, ?> there) {
                        left.put(
                                key, without(Tree.map(there), Tree.map(value), Tree.map(now, key)));
                    } else if (!now.containsKey(key)) {
                        left.remove(key);
                    }
                });
        return left;
    }

    private static boolean isAtomic(String key) {
        return key.equals("selector") || key.equals("template");
    }
}
