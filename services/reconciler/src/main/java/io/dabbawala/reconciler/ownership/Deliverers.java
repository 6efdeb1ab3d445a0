package io.dabbawala.reconciler.ownership;

import io.dabbawala.reconciler.ignore.PointerRemoval;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The other tools that apply from Git, as field managers. Theirs is what an application leaves when
 * it moves here from Argo CD or Flux.
 */
public final class Deliverers {

    /** Where Argo CD and kubectl write down what they apply client-side. */
    public static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final String ARGO_CD = "argocd-controller";
    private static final String FLUX = "kustomize-controller";
    private static final String KUBECTL = "kubectl-client-side-apply";

    private static final Map<String, Set<String>> OPERATIONS =
            Map.of(
                    ARGO_CD, Set.of("Apply", "Update"),
                    FLUX, Set.of("Apply", "Update"),
                    KUBECTL, Set.of("Update"));

    /** Another one than kubectl, which people have in their hands as well. */
    static boolean isOneButKubectl(Object entry) {
        return isOne(entry) && !Tree.text(entry, "manager").equals(KUBECTL);
    }

    /** The object as if nobody had written down what he applied client-side. */
    static LiveObject withoutNote(LiveObject live) {
        return live.annotation(LAST_APPLIED).isEmpty()
                ? live
                : new LiveObject(
                        live.ref(),
                        new PointerRemoval(List.of("metadata", "annotations", LAST_APPLIED))
                                .from(live.content()));
    }

    public static boolean isOne(Object entry) {
        return OPERATIONS
                        .getOrDefault(Tree.text(entry, "manager"), Set.of())
                        .contains(Tree.text(entry, "operation"))
                && Tree.text(entry, "subresource").isEmpty();
    }

    private Deliverers() {}
}
