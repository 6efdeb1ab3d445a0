package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How every object that a rollout makes begins. */
final class Generated {

    static final String PREFIX = "rollouts.dabbawala.io/";

    /** On every such object: whose it is, and what was applied last. */
    static final String CANARY = PREFIX + "canary";

    private static final String APPLIED = PREFIX + "applied";

    /**
     * One whole object. The digest of what it declares is on it, so that a field that is not
     * declared any more is noticed as one that is.
     */
    static Manifest object(
            ObjectRef ref,
            Map<String, Object> labels,
            Map<String, Object> annotations,
            Map<String, Object> content) {
        var digest = Json.digest(Json.write(List.of(labels, annotations, content)));
        var noted = new LinkedHashMap<>(annotations);
        noted.put(APPLIED, digest);
        return Manifest.of(with(ref, Map.of("labels", labels, "annotations", noted), content));
    }

    /** Some fields of an object that others own. */
    static Manifest part(ObjectRef ref, Map<String, Object> content) {
        return Manifest.of(with(ref, Map.of(), content));
    }

    private static Map<String, Object> with(
            ObjectRef ref, Map<String, Object> more, Map<String, Object> content) {
        var metadata = new LinkedHashMap<String, Object>(more);
        metadata.put("name", ref.name());
        metadata.put("namespace", ref.namespace());
        var object = new LinkedHashMap<String, Object>(content);
        object.put("apiVersion", ref.apiVersion());
        object.put("kind", ref.kind());
        object.put("metadata", metadata);
        return object;
    }

    private Generated() {}
}
