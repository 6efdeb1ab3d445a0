package io.dabbawala.reconciler.cluster;

import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where kinds live when there is no cluster to ask: those of Kubernetes as it is built (discovery
 * of 1.36), others as their definitions or the objects at hand say, else in namespaces.
 */
public final class BuiltInScopes implements KindScopes {

    private static final Set<String> CLUSTER =
            Set.of(
                    "/ComponentStatus",
                    "/Namespace",
                    "/Node",
                    "/PersistentVolume",
                    "admissionregistration.k8s.io/MutatingAdmissionPolicy",
                    "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
                    "admissionregistration.k8s.io/MutatingWebhookConfiguration",
                    "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
                    "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
                    "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
                    "apiextensions.k8s.io/CustomResourceDefinition",
                    "apiregistration.k8s.io/APIService",
                    "certificates.k8s.io/CertificateSigningRequest",
                    "certificates.k8s.io/ClusterTrustBundle",
                    "extensions/PodSecurityPolicy",
                    "flowcontrol.apiserver.k8s.io/FlowSchema",
                    "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
                    "gateway.networking.k8s.io/GatewayClass",
                    "networking.k8s.io/IPAddress",
                    "networking.k8s.io/IngressClass",
                    "networking.k8s.io/ServiceCIDR",
                    "node.k8s.io/RuntimeClass",
                    "policy/PodSecurityPolicy",
                    "rbac.authorization.k8s.io/ClusterRole",
                    "rbac.authorization.k8s.io/ClusterRoleBinding",
                    "resource.k8s.io/DeviceClass",
                    "resource.k8s.io/DeviceTaintRule",
                    "resource.k8s.io/ResourceSlice",
                    "scheduling.k8s.io/PriorityClass",
                    "snapshot.storage.k8s.io/VolumeSnapshotClass",
                    "snapshot.storage.k8s.io/VolumeSnapshotContent",
                    "storage.k8s.io/CSIDriver",
                    "storage.k8s.io/CSINode",
                    "storage.k8s.io/StorageClass",
                    "storage.k8s.io/VolumeAttachment",
                    "storage.k8s.io/VolumeAttributesClass");

    private final Set<String> withoutNamespace = new HashSet<>();

    /**
     * @param objects definitions of kinds, and objects as a cluster holds them: of a kind that is
     *     not built in, those without a namespace say that it has none
     */
    public BuiltInScopes(List<Map<String, Object>> objects) {
        objects.stream()
                .filter(one -> Tree.text(one, "metadata", "namespace").isEmpty())
                .map(Tree::refOf)
                .filter(ref -> ref.group().contains(".") && !ref.group().endsWith(".k8s.io"))
                .forEach(ref -> withoutNamespace.add(ref.group() + "/" + ref.kind()));
    }

    @Override
    public Scope scopeOf(ObjectRef ref) {
        var kind = ref.group() + "/" + ref.kind();
        return CLUSTER.contains(kind) || withoutNamespace.contains(kind)
                ? Scope.CLUSTER
                : ref.group().contains(".") && !ref.group().endsWith(".k8s.io")
                        ? Scope.UNKNOWN
                        : Scope.NAMESPACED;
    }
}
