package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ConfigMap or Secret that pods read; the primary gets a copy, so that it changes with it. */
record Config(ObjectRef ref, Map<String, Object> content) {

    private static final String TRACKING = "flagger.app/config-tracking";
    private static final List<String> CONTENT = List.of("type", "data", "binaryData", "stringData");

    boolean isTracked() {
        return !Tree.text(content, "metadata", "annotations", TRACKING).equals("disabled");
    }

    /** The copy's name. */
    static ObjectRef copyOf(ObjectRef ref) {
        return new ObjectRef(
                ref.group(), ref.version(), ref.kind(), ref.namespace(), ref.name() + "-primary");
    }

    String digest() {
        return Json.digest(Json.write(payload()));
    }

    Manifest copy(Canary canary) {
        return Generated.object(
                copyOf(ref), Map.of(), Map.of(Generated.CANARY, canary.name()), payload());
    }

    private Map<String, Object> payload() {
        var payload = new LinkedHashMap<String, Object>();
        CONTENT.forEach(key -> Tree.at(content, key).ifPresent(part -> payload.put(key, part)));
        return payload;
    }
}
