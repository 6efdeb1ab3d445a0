package io.dabbawala.reconciler.ownership;

import io.dabbawala.reconciler.plan.Tree;
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

    public static boolean isOne(Object entry) {
        return OPERATIONS
                        .getOrDefault(Tree.text(entry, "manager"), Set.of())
                        .contains(Tree.text(entry, "operation"))
                && Tree.text(entry, "subresource").isEmpty();
    }

    private Deliverers() {}
}
