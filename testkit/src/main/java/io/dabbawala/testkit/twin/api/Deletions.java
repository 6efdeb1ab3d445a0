package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Kinds;
import io.dabbawala.testkit.twin.store.ObjectKey;
import io.dabbawala.testkit.twin.store.Store;
import java.time.Clock;
import java.util.Optional;

/**
 * Deleting. What has finalizers, or has something to finish first (a pod that runs, a namespace
 * with content), is only marked; whoever removes the last finalizer makes it go.
 */
final class Deletions {

    private static final String GRACE = "deletionGracePeriodSeconds";

    private final Kinds kinds;
    private final Store store;
    private final Writes writes;
    private final Clock clock;

    Deletions(Kinds kinds, Store store, Writes writes, Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.writes = writes;
        this.clock = clock;
    }

    Optional<ObjectNode> delete(Target target, DeleteOptions options) {
        var live =
                store.get(target.key())
                        .orElseThrow(() -> Refusal.notFound(target.kind(), target.name()));
        check(target, live, options);
        ObjectNode marked = live.deepCopy();
        var metadata = marked.withObject("/metadata");
        switch (options.propagation().orElse(usual(target.kind()))) {
            case BACKGROUND -> {}
            case FOREGROUND -> finalizer(metadata, "foregroundDeletion");
            case ORPHAN -> finalizer(metadata, "orphan");
        }
        var waits = waits(target.kind(), live) || !metadata.path("finalizers").isEmpty();
        if (options.dryRun()) {
            return waits ? Optional.of(marked) : Optional.empty();
        }
        if (!waits) {
            remove(target.key());
            return Optional.empty();
        }
        mark(target.kind(), marked);
        return Optional.of(marked.equals(live) ? live : store.put(target.key(), marked));
    }

    void remove(ObjectKey key) {
        store.get(key)
                .filter(object -> object.path("kind").asText().equals("CustomResourceDefinition"))
                .ifPresent(kinds::forget);
        store.remove(key);
    }

    private void mark(Kind kind, ObjectNode object) {
        var metadata = object.withObject("/metadata");
        if (!metadata.has("deletionTimestamp")) {
            metadata.put("deletionTimestamp", Writes.timestamp(clock));
            metadata.put(GRACE, kind.name().equals("Pod") ? grace(object) : 0);
            if (metadata.has("generation")) {
                metadata.put("generation", metadata.get("generation").asInt() + 1);
            }
        }
        if (kind.name().equals("Namespace")) {
            object.withObject("/status").put("phase", "Terminating");
            metadata.remove(GRACE);
        }
    }

    private static int grace(ObjectNode pod) {
        return pod.at("/spec/terminationGracePeriodSeconds").asInt();
    }

    private static boolean waits(Kind kind, ObjectNode object) {
        return switch (kind.name()) {
            case "Pod" ->
                    object.at("/spec/nodeName").isTextual()
                            && !object.at("/status/phase").asText().matches("Succeeded|Failed");
            case "Namespace", "CustomResourceDefinition" -> true;
            default -> false;
        };
    }

    private static DeleteOptions.Propagation usual(Kind kind) {
        return kind.name().equals("Job")
                ? DeleteOptions.Propagation.ORPHAN
                : DeleteOptions.Propagation.BACKGROUND;
    }

    private static void finalizer(ObjectNode metadata, String name) {
        var finalizers =
                metadata.get("finalizers") instanceof ArrayNode list
                        ? list
                        : metadata.putArray("finalizers");
        for (var finalizer : finalizers) {
            if (finalizer.asText().equals(name)) {
                return;
            }
        }
        finalizers.add(name);
    }

    private static void check(Target target, ObjectNode live, DeleteOptions options) {
        var uid = live.at("/metadata/uid").asText();
        var version = live.at("/metadata/resourceVersion").asText();
        if (options.uid().isPresent() && !options.uid().get().equals(uid)) {
            throw Refusal.precondition(
                    target.kind(),
                    target.name(),
                    "the UID in the precondition (%s) does not match the UID in record (%s). The object might have been deleted and then recreated"
                            .formatted(options.uid().get(), uid));
        }
        if (options.resourceVersion().isPresent()
                && !options.resourceVersion().get().equals(version)) {
            throw Refusal.precondition(
                    target.kind(),
                    target.name(),
                    "the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%s). The object might have been modified"
                            .formatted(options.resourceVersion().get(), version));
        }
    }
}
