package io.dabbawala.reconciler.operation;

import io.dabbawala.reconciler.object.Tree;
import java.util.Map;
import java.util.Optional;

/**
 * What an object says to Flux's kustomize-controller, as annotation or label {@code
 * kustomize.toolkit.fluxcd.io/...} (docs/spec/v1/kustomizations.md).
 */
public final class FluxMarks {

    private static final String PREFIX = "kustomize.toolkit.fluxcd.io/";

    /** Why it is neither applied nor corrected; empty if it is. */
    public static Optional<String> whyLeftAlone(Map<String, Object> content) {
        if (says(content, "reconcile", "disabled")) {
            return Optional.of("ignored (reconcile: disabled)");
        }
        return Optional.of("ignored (ssa: Ignore)").filter(_ -> says(content, "ssa", "Ignore"));
    }

    /** It is neither applied nor corrected. */
    public static boolean isLeftAlone(Map<String, Object> content) {
        return whyLeftAlone(content).isPresent();
    }

    /** It is created, and then left to others. */
    public static boolean isOnlyCreated(Map<String, Object> content) {
        return says(content, "ssa", "IfNotPresent");
    }

    /** What kubectl wrote into it stays, beside what is declared. */
    public static boolean isMerged(Map<String, Object> content) {
        return says(content, "ssa", "Merge");
    }

    /** What cannot be changed is deleted and created anew. */
    public static boolean isForced(Map<String, Object> content) {
        return says(content, "force", "enabled");
    }

    /** It stays when it leaves Git. */
    public static boolean isKept(Map<String, Object> content) {
        return says(content, "prune", "disabled") || says(content, "reconcile", "disabled");
    }

    /** Why it stays when its Kustomization goes; empty if it goes. */
    public static Optional<String> whyKept(Map<String, Object> content) {
        return Optional.of("stays (prune disabled)").filter(_ -> isKept(content));
    }

    private static boolean says(Map<String, Object> content, String mark, String word) {
        return Tree.text(content, "metadata", "annotations", PREFIX + mark).equalsIgnoreCase(word)
                || Tree.text(content, "metadata", "labels", PREFIX + mark).equalsIgnoreCase(word);
    }

    private FluxMarks() {}
}
