package io.dabbawala.reconciler.diff;

import io.dabbawala.reconciler.object.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the API server writes what was declared of a built-in kind: what it adds where nothing is
 * said, what it leaves out, and where it spells amounts its own way (k8s.io/kubernetes
 * pkg/apis/.../defaults.go, and omitempty in k8s.io/api).
 */
final class ServerForm {

    private static final FieldTable DEFAULTS =
            new FieldTable(
                    """
                    ports/*/protocol = "TCP"
                    ports/*/nodePort = 0
                    containers/*/imagePullPolicy = "IfNotPresent"
                    initContainers/*/imagePullPolicy = "IfNotPresent"
                    terminationMessagePath = "/dev/termination-log"
                    terminationMessagePolicy = "File"
                    livenessProbe/timeoutSeconds = 1
                    livenessProbe/periodSeconds = 10
                    livenessProbe/successThreshold = 1
                    livenessProbe/failureThreshold = 3
                    readinessProbe/timeoutSeconds = 1
                    readinessProbe/periodSeconds = 10
                    readinessProbe/successThreshold = 1
                    readinessProbe/failureThreshold = 3
                    startupProbe/timeoutSeconds = 1
                    startupProbe/periodSeconds = 10
                    startupProbe/successThreshold = 1
                    startupProbe/failureThreshold = 3
                    httpGet/scheme = "HTTP"
                    httpGet/path = "/"
                    grpc/service = ""
                    fieldRef/apiVersion = "v1"
                    resourceFieldRef/divisor = "0"
                    configMap/defaultMode = 420
                    secret/defaultMode = 420
                    projected/defaultMode = 420
                    downwardAPI/defaultMode = 420
                    serviceAccountToken/expirationSeconds = 3600
                    hostPath/type = ""
                    spec/restartPolicy = "Always"
                    spec/dnsPolicy = "ClusterFirst"
                    spec/schedulerName = "default-scheduler"
                    spec/terminationGracePeriodSeconds = 30
                    spec/enableServiceLinks = true
                    spec/securityContext = {}
                    spec/replicas = 1
                    spec/revisionHistoryLimit = 10
                    spec/progressDeadlineSeconds = 600
                    spec/podManagementPolicy = "OrderedReady"
                    strategy/type = "RollingUpdate"
                    updateStrategy/type = "RollingUpdate"
                    strategy/rollingUpdate/maxSurge = "25%"
                    strategy/rollingUpdate/maxUnavailable = "25%"
                    updateStrategy/rollingUpdate/partition = 0
                    updateStrategy/rollingUpdate/maxSurge = 0
                    updateStrategy/rollingUpdate/maxUnavailable = 1
                    persistentVolumeClaimRetentionPolicy/whenDeleted = "Retain"
                    persistentVolumeClaimRetentionPolicy/whenScaled = "Retain"
                    spec/volumeMode = "Filesystem"
                    spec/persistentVolumeReclaimPolicy = "Retain"
                    spec/type = "ClusterIP"
                    spec/sessionAffinity = "None"
                    spec/internalTrafficPolicy = "Cluster"
                    spec/externalTrafficPolicy = "Cluster"
                    spec/ipFamilyPolicy = "SingleStack"
                    spec/allocateLoadBalancerNodePorts = true
                    clientIP/timeoutSeconds = 10800
                    spec/parallelism = 1
                    spec/completions = 1
                    spec/backoffLimit = 6
                    spec/completionMode = "NonIndexed"
                    spec/podReplacementPolicy = "TerminatingOrFailed"
                    spec/suspend = false
                    spec/manualSelector = false
                    spec/concurrencyPolicy = "Allow"
                    spec/successfulJobsHistoryLimit = 3
                    spec/failedJobsHistoryLimit = 1
                    spec/minReplicas = 1
                    roleRef/apiGroup = "rbac.authorization.k8s.io"
                    subjects/*/apiGroup = "rbac.authorization.k8s.io"
                    subjects/*/apiGroup = ""
                    webhooks/*/failurePolicy = "Fail"
                    webhooks/*/matchPolicy = "Equivalent"
                    webhooks/*/reinvocationPolicy = "Never"
                    webhooks/*/timeoutSeconds = 10
                    webhooks/*/namespaceSelector = {}
                    webhooks/*/objectSelector = {}
                    rules/*/scope = "*"
                    service/port = 443
                    reclaimPolicy = "Delete"
                    volumeBindingMode = "Immediate"
                    type = "Opaque"
                    """);

    private static final FieldTable QUANTITIES =
            new FieldTable(
                    """
                    limits/* = true
                    requests/* = true
                    limits/*/max/* = true
                    limits/*/min/* = true
                    limits/*/default/* = true
                    limits/*/defaultRequest/* = true
                    limits/*/maxLimitRequestRatio/* = true
                    spec/hard/* = true
                    spec/capacity/* = true
                    podFixed/* = true
                    emptyDir/sizeLimit = true
                    resourceFieldRef/divisor = true
                    target/value = true
                    target/averageValue = true
                    maximumVolumeSize = true
                    """);

    /** Text, numbers and flags that are there only when they say something. */
    private static final Set<String> UNSAID_WHEN_ZERO =
            Set.of(
                    "hostNetwork",
                    "hostPID",
                    "hostIPC",
                    "stdin",
                    "stdinOnce",
                    "tty",
                    "readOnly",
                    "paused",
                    "publishNotReadyAddresses",
                    "unschedulable",
                    "minReadySeconds",
                    "initialDelaySeconds",
                    "nodePort",
                    "hostPort",
                    "healthCheckNodePort");

    /** None of their numbers is sent when it is 0. */
    private static final Set<String> PROBES =
            Set.of("livenessProbe", "readinessProbe", "startupProbe");

    /** Texts that mean something else when they are empty than when they are absent. */
    private static final Set<String> SAID_WHEN_EMPTY =
            Set.of("storageClassName", "ingressClassName", "runtimeClassName", "appProtocol");

    /** Maps of free names; an empty one is not written. */
    private static final Set<String> FREE_MAPS =
            Set.of(
                    "labels",
                    "annotations",
                    "matchLabels",
                    "nodeSelector",
                    "data",
                    "binaryData",
                    "stringData",
                    "limits",
                    "requests",
                    "parameters",
                    "overhead",
                    "hard",
                    "capacity",
                    "volumeAttributes",
                    "options");

    /** Objects that are written in any case, or added when they are absent. */
    private static final Set<String> WRITTEN_ANYWAY =
            Set.of("resources", "strategy", "updateStrategy", "securityContext", "rollingUpdate");

    /** Whether names below are free, so that each stands for itself. */
    static boolean isFreeMap(FieldPosition at) {
        return FREE_MAPS.contains(at.token());
    }

    static boolean isDefault(FieldPosition at, Object value) {
        return DEFAULTS.at(at).contains(value);
    }

    static boolean isQuantity(FieldPosition at) {
        return QUANTITIES.has(at);
    }

    /** Whether saying this and saying nothing is the same. */
    static boolean isImplied(FieldPosition at, Object value) {
        if (isDefault(at, value)) {
            return true;
        }
        return switch (value) {
            case Map<?, ?> map when map.isEmpty() ->
                    isFreeMap(at) || WRITTEN_ANYWAY.contains(at.token());
            case Map<?, ?> map -> areImplied(at, Tree.map(map));
            case List<?> list -> list.isEmpty();
            default -> isLeftOut(at, value);
        };
    }

    /** Whether a client that knows the kind does not send it at all. */
    static boolean isLeftOut(FieldPosition at, Object value) {
        return switch (value) {
            case List<?> list -> list.isEmpty() && !isOfRole(at);
            case String text -> text.isEmpty() && isUnsaidWhenEmpty(at);
            case Boolean flag -> !flag && UNSAID_WHEN_ZERO.contains(at.token());
            case Integer number -> number == 0 && isUnsaidWhenZero(at);
            default -> false;
        };
    }

    private static boolean areImplied(FieldPosition at, Map<String, Object> members) {
        return (WRITTEN_ANYWAY.contains(at.token()) || hasDefault(at, members))
                && members.entrySet().stream()
                        .allMatch(
                                member ->
                                        member.getValue() == null
                                                || isImplied(
                                                        at.field(member.getKey()),
                                                        member.getValue()));
    }

    /** An object that is there may mean something by that alone, unless it would come anyway. */
    private static boolean hasDefault(FieldPosition at, @Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? Tree.map(map).entrySet().stream()
                        .anyMatch(one -> hasDefault(at.field(one.getKey()), one.getValue()))
                : value != null && isDefault(at, value);
    }

    /** A role without rules says so. */
    private static boolean isOfRole(FieldPosition at) {
        return at.depth() == 1 && at.token().equals("rules");
    }

    private static boolean isUnsaidWhenZero(FieldPosition at) {
        return UNSAID_WHEN_ZERO.contains(at.token())
                || at.parent() != null && PROBES.contains(at.parent().token());
    }

    private static boolean isUnsaidWhenEmpty(FieldPosition at) {
        var parent = at.parent();
        return parent != null
                && !isFreeMap(parent)
                && !parent.token().equals("selector")
                && !at.isElement()
                && !SAID_WHEN_EMPTY.contains(at.token());
    }

    private ServerForm() {}
}
