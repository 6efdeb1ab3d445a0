package io.dabbawala.reconciler.plan;

import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.DeleteOptions;
import io.dabbawala.reconciler.cluster.DeleteOutcome;
import io.dabbawala.reconciler.cluster.KindScopes;
import io.dabbawala.reconciler.cluster.Precondition;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.cluster.UnreachableCluster;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.ownership.ManagedFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cluster that keeps what is applied, and says no when a test told it to. */
public final class InMemoryCluster implements Cluster, KindScopes {

    private final Map<ObjectRef, LiveObject> objects = new LinkedHashMap<>();
    private final Map<ObjectRef, ApplyOutcome> answers = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private String forgotten = "";
    private boolean isAway;
    private int version;

    /** What was written, in order: {@code apply Deployment shop/web}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forgetCalls() {
        calls.clear();
    }

    public void put(Map<String, Object> content) {
        var object = LiveObject.of(stamped(content));
        objects.put(object.ref(), object);
    }

    public void remove(ObjectRef ref) {
        objects.remove(ref);
    }

    /** What a polite apply of this object is answered from now on. */
    public void answer(ObjectRef ref, ApplyOutcome outcome) {
        answers.put(ref, outcome);
    }

    public void agree(ObjectRef ref) {
        answers.remove(ref);
    }

    /** This field is not kept, as if it had its default. */
    public void forgets(String field) {
        forgotten = field;
    }

    public void goAway() {
        isAway = true;
    }

    public void comeBack() {
        isAway = false;
    }

    @Override
    public Scope scopeOf(ObjectRef ref) {
        return switch (ref.kind()) {
            case "Namespace", "ClusterRole", "CustomResourceDefinition" -> Scope.CLUSTER;
            case "Unheard" -> Scope.UNKNOWN;
            default -> Scope.NAMESPACED;
        };
    }

    @Override
    public Optional<LiveObject> read(ObjectRef ref) {
        if (isAway) {
            throw new UnreachableCluster("read " + ref, "away");
        }
        return Optional.ofNullable(objects.get(ref));
    }

    @Override
    public List<LiveObject> tracked(String application) {
        return objects.values().stream()
                .filter(
                        one ->
                                Tracking.BY_ANNOTATION
                                        .applicationOf(one)
                                        .equals(Optional.of(application)))
                .toList();
    }

    @Override
    public synchronized ApplyOutcome apply(Manifest manifest, ApplyOptions options) {
        var ref = manifest.ref();
        if (options.dryRun()) {
            calls.add("dry run " + ref);
            if (answers.get(ref) instanceof ApplyOutcome.Refused refused) {
                return refused;
            }
            return new ApplyOutcome.Configured(merged(manifest));
        }
        calls.add(verb(options) + " " + ref);
        if (isOvertaken(objects.get(ref), options.precondition())) {
            return new ApplyOutcome.Refused(Refusal.PRECONDITION_FAILED, "somebody was faster");
        }
        var answer = answers.get(ref);
        if (answer != null && !options.force()) {
            return answer;
        }
        var isNew = !objects.containsKey(ref);
        var now = merged(manifest);
        objects.put(ref, now);
        return isNew ? new ApplyOutcome.Created(now) : new ApplyOutcome.Configured(now);
    }

    private static boolean isOvertaken(@Nullable LiveObject now, Precondition precondition) {
        return switch (precondition) {
            case Precondition.None _ -> false;
            case Precondition.Absent _ -> now != null && ManagedFields.areOurs(now);
            case Precondition.Since _ -> now == null;
        };
    }

    private static String verb(ApplyOptions options) {
        return switch (options.way()) {
            case SERVER_SIDE -> options.force() ? "force" : "apply";
            case LENIENT -> "lenient";
            case REPLACE -> "replace";
        };
    }

    @Override
    public synchronized void release(LiveObject object, String finalizer) {
        var live = objects.get(object.ref());
        if (live == null || !finalizers(live.content()).contains(finalizer)) {
            return;
        }
        calls.add("release " + object.ref());
        var left = new ArrayList<>(finalizers(live.content()));
        left.remove(finalizer);
        var metadata = new LinkedHashMap<>(Tree.map(live.content(), "metadata"));
        metadata.put("finalizers", left);
        var content = new LinkedHashMap<>(live.content());
        content.put("metadata", metadata);
        if (live.isTerminating() && left.isEmpty()) {
            objects.remove(live.ref());
        } else {
            objects.put(live.ref(), LiveObject.of(stamped(content)));
        }
    }

    /** Somebody, or a clock of the cluster, deletes it: finalizers keep it for a while. */
    public synchronized void deletes(ObjectRef ref) {
        var live = objects.get(ref);
        if (finalizers(live.content()).isEmpty()) {
            objects.remove(ref);
            return;
        }
        var metadata = new LinkedHashMap<>(Tree.map(live.content(), "metadata"));
        metadata.put("deletionTimestamp", "2026-11-24T12:00:00Z");
        var content = new LinkedHashMap<>(live.content());
        content.put("metadata", metadata);
        objects.put(ref, LiveObject.of(stamped(content)));
    }

    /** Something keeps it when it is deleted. */
    public synchronized void hold(ObjectRef ref) {
        var metadata = new LinkedHashMap<>(Tree.map(objects.get(ref).content(), "metadata"));
        metadata.put("finalizers", List.of("example.org/backup"));
        var content = new LinkedHashMap<>(objects.get(ref).content());
        content.put("metadata", metadata);
        objects.put(ref, LiveObject.of(stamped(content)));
    }

    /** Gives an object that is there this status. */
    public synchronized void status(ObjectRef ref, Map<String, Object> status) {
        var content = new LinkedHashMap<>(objects.get(ref).content());
        content.put("status", status);
        objects.put(ref, LiveObject.of(stamped(content)));
    }

    private static List<Object> finalizers(Map<String, Object> content) {
        return Tree.list(content, "metadata", "finalizers");
    }

    @Override
    public synchronized DeleteOutcome delete(ObjectRef ref, DeleteOptions options) {
        calls.add("delete " + ref);
        var live = objects.get(ref);
        if (live == null) {
            return new DeleteOutcome.AlreadyGone();
        }
        if (!live.uid().equals(options.uid())) {
            return new DeleteOutcome.Refused(Refusal.PRECONDITION_FAILED, "another uid");
        }
        deletes(ref);
        return new DeleteOutcome.Deleted();
    }

    @Override
    public void watch(Consumer<LiveChange> listener) {
        objects.values().forEach(one -> listener.accept(new LiveChange.Seen(one)));
    }

    /** The status stays; everything else is as the manifest says. */
    private LiveObject merged(Manifest manifest) {
        var content = new LinkedHashMap<>(manifest.content());
        content.remove(forgotten);
        var before = objects.get(manifest.ref());
        if (before != null && before.content().containsKey("status")) {
            content.put("status", Tree.map(before.content(), "status"));
        }
        return LiveObject.of(stamped(content));
    }

    private Map<String, Object> stamped(Map<String, Object> content) {
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.putIfAbsent("uid", "uid-" + Tree.text(content, "metadata", "name"));
        metadata.put("resourceVersion", Integer.toString(++version));
        var stamped = new LinkedHashMap<>(content);
        stamped.put("metadata", metadata);
        return stamped;
    }
}
