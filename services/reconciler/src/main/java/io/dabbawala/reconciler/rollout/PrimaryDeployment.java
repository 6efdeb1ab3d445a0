package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Deployment that serves. It has the spec of the release in force, labels of its own, and the
 * standing of the rollout in its annotations.
 */
final class PrimaryDeployment {

    /** On its pods, so that they are replaced also when only what they read changed. */
    private static final String TEMPLATE = Generated.PREFIX + "template";

    private static final String APEX = Generated.PREFIX + "apex";
    private static final String REVERT = Generated.PREFIX + "revert-on-deletion";

    static Manifest of(Canary canary, SelectorLabel label, Standing standing) {
        var annotations = new LinkedHashMap<String, Object>();
        annotations.put(Generated.CANARY, canary.name());
        annotations.put(APEX, canary.apex());
        annotations.put(REVERT, Boolean.toString(canary.isRevertedOnDeletion()));
        annotations.putAll(StandingNotes.write(standing));
        return Generated.object(
                canary.primary(),
                label.primary().asMap(),
                annotations,
                Map.of("spec", spec(canary, label.primary(), standing.inForce())));
    }

    /** For the time after the Canary: the Service that users call. */
    static ObjectRef apexOf(LiveObject primary) {
        return ObjectRef.of("v1", "Service", primary.ref().namespace(), primary.annotation(APEX));
    }

    static boolean isRevertedOnDeletion(LiveObject primary) {
        return primary.annotation(REVERT).equals("true");
    }

    private static Map<String, Object> spec(Canary canary, SelectorLabel label, Release release) {
        var spec = new LinkedHashMap<>(release.spec());
        canary.autoscaler().ifPresent(_ -> spec.remove("replicas"));
        spec.put("selector", Map.of("matchLabels", label.asMap()));
        spec.put("template", template(label, release));
        return spec;
    }

    private static Map<String, Object> template(SelectorLabel label, Release release) {
        var declared = Tree.map(release.spec(), "template");
        var labels = new LinkedHashMap<>(Tree.map(declared, "metadata", "labels"));
        labels.putAll(label.asMap());
        var annotations = new LinkedHashMap<>(Tree.map(declared, "metadata", "annotations"));
        annotations.put(TEMPLATE, release.template());
        var metadata = new LinkedHashMap<>(Tree.map(declared, "metadata"));
        metadata.put("labels", labels);
        metadata.put("annotations", annotations);
        var template = new LinkedHashMap<>(declared);
        template.put("metadata", metadata);
        return template;
    }

    private PrimaryDeployment() {}
}
