package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The target's autoscaler once more, for the primary. The first one rests while the target has no
 * pods.
 */
final class PrimaryAutoscaler {

    static ObjectRef copyOf(ObjectRef autoscaler) {
        return new ObjectRef(
                autoscaler.group(),
                autoscaler.version(),
                autoscaler.kind(),
                autoscaler.namespace(),
                autoscaler.name() + "-primary");
    }

    static Manifest of(Canary canary, Map<String, Object> original) {
        var reference = new LinkedHashMap<>(Tree.map(original, "spec", "scaleTargetRef"));
        reference.put("name", canary.primary().name());
        var spec = new LinkedHashMap<>(Tree.map(original, "spec"));
        spec.put("scaleTargetRef", reference);
        return Generated.object(
                copyOf(canary.autoscaler().orElseThrow()),
                Map.of(),
                Map.of(Generated.CANARY, canary.name()),
                Map.of("spec", spec));
    }

    private PrimaryAutoscaler() {}
}
