package io.dabbawala.reconciler.hook;

import io.dabbawala.reconciler.health.Health;
import io.dabbawala.reconciler.health.ObjectHealth;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.retry.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A hook in the cluster: what it runs for is written on it, so that a process that was restarted
 * knows it again, and a finalizer keeps it until somebody here has seen how it ended.
 */
public final class HookObject {

    /** Argo CD's, so that either of the two can finish what the other began. */
    public static final String FINALIZER = "argocd.argoproj.io/hook-finalizer";

    private static final String OPERATION = "dabbawala.io/operation";
    private static final String DEADLINE = "dabbawala.io/hook-deadline";

    /**
     * @param operation what it runs for
     */
    static Manifest of(Manifest hook, String operation) {
        var metadata = new LinkedHashMap<>(Tree.map(hook.content(), "metadata"));
        var annotations = new LinkedHashMap<>(Tree.map(metadata, "annotations"));
        annotations.put(OPERATION, operation);
        metadata.put("annotations", annotations);
        var finalizers = new ArrayList<>(Tree.list(metadata, "finalizers"));
        finalizers.add(FINALIZER);
        metadata.put("finalizers", finalizers);
        var content = new LinkedHashMap<>(hook.content());
        content.put("metadata", metadata);
        return new Manifest(hook.ref(), content);
    }

    static boolean runsFor(String operation, LiveObject live) {
        return live.annotation(OPERATION).equals(operation);
    }

    /** Whether it is a hook that ran, or runs, for somebody here. */
    public static boolean isOurs(LiveObject live) {
        return !live.annotation(OPERATION).isEmpty();
    }

    static boolean isHeld(LiveObject live) {
        List<Object> finalizers = Tree.list(live.content(), "metadata", "finalizers");
        return finalizers.contains(FINALIZER);
    }

    static Optional<Instant> createdAt(LiveObject live) {
        try {
            return Optional.of(
                    Instant.parse(Tree.text(live.content(), "metadata", "creationTimestamp")));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** How it goes, or went: that it is being deleted says nothing about that. */
    static Optional<Health> health(LiveObject live) {
        var metadata = new LinkedHashMap<>(Tree.map(live.content(), "metadata"));
        metadata.remove("deletionTimestamp");
        var content = new LinkedHashMap<>(live.content());
        content.put("metadata", metadata);
        return ObjectHealth.of(new LiveObject(live.ref(), content));
    }

    /** How long it may run, by its own word or else by default. */
    static Duration limit(Manifest hook, Duration otherwise) {
        try {
            var own = hook.annotation(DEADLINE);
            return own.isEmpty() ? otherwise : GoDuration.parse(own);
        } catch (IllegalArgumentException _) {
            return otherwise;
        }
    }

    private HookObject() {}
}
