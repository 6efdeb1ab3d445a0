package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.ObjectRef;
import java.util.Set;

/**
 * The kinds whose Go types Argo CD knows (gitops-engine pkg/utils/kube/scheme): the API server
 * reads and writes them in a form of its own. What others declare it keeps as it came.
 */
final class BuiltInKinds {

    private static final Set<String> GROUPS =
            Set.of(
                    "",
                    "admission.k8s.io",
                    "admissionregistration.k8s.io",
                    "apps",
                    "authentication.k8s.io",
                    "authorization.k8s.io",
                    "autoscaling",
                    "batch",
                    "certificates.k8s.io",
                    "coordination.k8s.io",
                    "discovery.k8s.io",
                    "events.k8s.io",
                    "extensions",
                    "flowcontrol.apiserver.k8s.io",
                    "networking.k8s.io",
                    "node.k8s.io",
                    "policy",
                    "rbac.authorization.k8s.io",
                    "resource.k8s.io",
                    "scheduling.k8s.io",
                    "storage.k8s.io");

    static boolean has(ObjectRef ref) {
        return GROUPS.contains(ref.group());
    }

    private BuiltInKinds() {}
}
