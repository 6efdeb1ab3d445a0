package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.patch.JsonPatch;
import io.dabbawala.testkit.twin.patch.MergePatch;
import io.dabbawala.testkit.twin.patch.StrategicPatch;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Kinds;
import io.dabbawala.testkit.twin.store.ObjectKey;
import io.dabbawala.testkit.twin.store.Selector;
import io.dabbawala.testkit.twin.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The verbs of the API on objects in memory. Every refusal is a {@link Refusal}. */
public final class Cluster {

    /** The ways to say a change. */
    public enum PatchType {
        MERGE,
        JSON,
        STRATEGIC,
        APPLY
    }

    private final Kinds kinds;
    private final Store store;
    private final Writes writes;
    private final Deletions deletions;

    public Cluster(Kinds kinds, Store store, Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.writes = new Writes(kinds, store, clock);
        this.deletions = new Deletions(kinds, store, writes, clock);
        var definition = kinds.builtIn("apiextensions.k8s.io", "customresourcedefinitions");
        Kinds.gatewayApi()
                .forEach(
                        crd ->
                                create(
                                        Target.of(definition, "", ""),
                                        crd,
                                        WriteOptions.by("kubectl")));
        List.of("default", "kube-system", "kube-public", "kube-node-lease")
                .forEach(this::createNamespace);
    }

    private void createNamespace(String name) {
        var body = Writes.JSON.objectNode();
        body.putObject("metadata").put("name", name);
        create(
                Target.of(kinds.builtIn("", "namespaces"), "", ""),
                body,
                WriteOptions.by("kube-apiserver"));
    }

    public Kinds kinds() {
        return kinds;
    }

    public Store store() {
        return store;
    }

    public ObjectNode get(Target target) {
        return find(target).orElseThrow(() -> Refusal.notFound(target.kind(), target.name()));
    }

    public Optional<ObjectNode> find(Target target) {
        return store.get(target.key()).map(object -> versioned(target.kind(), object));
    }

    public List<ObjectNode> list(Kind kind, String namespace, Selector selector) {
        return store.list(kind.resource(), namespace).stream()
                .filter(selector::matches)
                .map(object -> versioned(kind, object))
                .toList();
    }

    /** An object is stored in one version and served in all of its kind's. */
    public static ObjectNode versioned(Kind kind, ObjectNode object) {
        if (object.path("apiVersion").asText().equals(kind.apiVersion())) {
            return object;
        }
        return object.deepCopy().put("apiVersion", kind.apiVersion());
    }

    public ObjectNode create(Target target, JsonNode body, WriteOptions options) {
        return store.alone(() -> writes.create(target, Body.object(body), options));
    }

    public ObjectNode update(Target target, JsonNode body, WriteOptions options) {
        return store.alone(
                () ->
                        writes.update(
                                target, get(target), scaled(target, Body.object(body)), options));
    }

    public ObjectNode patch(Target target, PatchType type, JsonNode patch, WriteOptions options) {
        return store.alone(
                () ->
                        type == PatchType.APPLY
                                ? writes.apply(target, Body.object(patch), options)
                                : writes.update(
                                        target,
                                        get(target),
                                        patched(target, type, patch),
                                        options));
    }

    private ObjectNode patched(Target target, PatchType type, JsonNode patch) {
        var live = get(target);
        var subject = target.subresource().equals("scale") ? Scale.of(live) : live;
        ObjectNode before = subject.deepCopy();
        before.withObject("/metadata").remove("resourceVersion");
        try {
            var after =
                    switch (type) {
                        case MERGE -> MergePatch.apply(before, patch);
                        case STRATEGIC -> {
                            if (target.kind().custom()) {
                                throw Refusal.unsupportedPatch();
                            }
                            yield StrategicPatch.apply(target.kind().schema(), before, patch);
                        }
                        case JSON, APPLY -> {
                            if (!patch.isArray()) {
                                throw Refusal.badRequest(
                                        "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp");
                            }
                            yield JsonPatch.apply(before, patch);
                        }
                    };
            return scaled(target, Body.object(after));
        } catch (JsonPatch.Inapplicable e) {
            throw Refusal.unprocessable();
        }
    }

    private ObjectNode scaled(Target target, ObjectNode body) {
        return target.subresource().equals("scale") ? Scale.on(get(target), body) : body;
    }

    /** What is left of the object: nothing when it is gone. */
    public Optional<ObjectNode> delete(Target target, DeleteOptions options) {
        return store.alone(() -> deletions.delete(target, options));
    }

    /** Takes an object out that only waited for this, whatever its finalizers were. */
    public void finish(ObjectKey key) {
        store.alone(
                () -> {
                    deletions.remove(key);
                    return key;
                });
    }
}
