package io.dabbawala.reconciler.operation;

import io.dabbawala.reconciler.plan.Tree;
import java.util.Map;

/**
 * What an object says to Flux's kustomize-controller, as annotation or label {@code
 * kustomize.toolkit.fluxcd.io/...} (docs/spec/v1/kustomizations.md).
 */
public final class FluxMarks {

    private static final String PREFIX = "kustomize.toolkit.fluxcd.io/";

    /** It is neither applied nor corrected. */
    public static boolean isLeftAlone(Map<String, Object> content) {
        return mark(content, "reconcile").equals("disabled")
                || mark(content, "ssa").equals("Ignore");
    }

    /** It is created, and then left to others. */
    public static boolean isOnlyCreated(Map<String, Object> content) {
        return mark(content, "ssa").equals("IfNotPresent");
    }

    /** What cannot be changed is deleted and created anew. */
    public static boolean isForced(Map<String, Object> content) {
        return mark(content, "force").equals("enabled");
    }

    /** It stays when it leaves Git. */
    public static boolean isKept(Map<String, Object> content) {
        return mark(content, "prune").equals("disabled")
                || mark(content, "reconcile").equals("disabled");
    }

    private static String mark(Map<String, Object> content, String name) {
        var annotation = Tree.text(content, "metadata", "annotations", PREFIX + name);
        return annotation.isEmpty()
                ? Tree.text(content, "metadata", "labels", PREFIX + name)
                : annotation;
    }

    private FluxMarks() {}
}
