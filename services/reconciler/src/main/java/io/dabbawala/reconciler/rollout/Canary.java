package io.dabbawala.reconciler.rollout;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A Flagger Canary as far as the reconciler acts on it.
 *
 * @param name {@code namespace/name}
 * @param target the workload it is about
 * @param spec everything it declares
 */
public record Canary(String name, ObjectRef target, Map<String, Object> spec) {

    private static final long DEFAULT_DEADLINE_SECONDS = 600;
    private static final int DEFAULT_PORT = 80;
    private static final String WITH_ROUTE = "gatewayapi:v1";
    private static final String SERVICES_ONLY = "kubernetes";
    private static final String GATEWAY_API = "gateway.networking.k8s.io/v1";

    /**
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static Canary of(String namespace, String name, String json) {
        var spec = Tree.map(Json.object(json), "spec");
        var target =
                ObjectRef.of(
                        Tree.text(spec, "targetRef", "apiVersion"),
                        Tree.text(spec, "targetRef", "kind"),
                        namespace,
                        Tree.text(spec, "targetRef", "name"));
        return new Canary(namespace + "/" + name, target, spec);
    }

    /** Of the workload, {@code namespace/name}: what events call the rollout. */
    public String rollout() {
        return target.namespace() + "/" + target.name();
    }

    boolean isSuspended() {
        return Tree.flag(spec, "suspend");
    }

    boolean isRevertedOnDeletion() {
        return Tree.flag(spec, "revertOnDeletion");
    }

    /** As declared; otherwise the one that what is declared is made for. */
    String provider() {
        var declared = Tree.text(spec, "provider");
        if (!declared.isEmpty()) {
            return declared;
        }
        return Tree.list(service(), "gatewayRefs").isEmpty() ? SERVICES_ONLY : WITH_ROUTE;
    }

    boolean hasRoute() {
        return provider().equals(WITH_ROUTE);
    }

    /** Why nothing can be done with it; empty if something can. */
    String refusal() {
        if (!provider().equals(WITH_ROUTE) && !provider().equals(SERVICES_ONLY)) {
            return "UNSUPPORTED_PROVIDER: %s is none of %s, %s"
                    .formatted(provider(), WITH_ROUTE, SERVICES_ONLY);
        }
        if (!target.isOfKind("apps", "Deployment")) {
            return "UNSUPPORTED_TARGET: %s is no Deployment".formatted(target);
        }
        return hasRoute() && Tree.list(service(), "gatewayRefs").isEmpty()
                ? "INVALID: spec.service.gatewayRefs is empty"
                : "";
    }

    Duration progressDeadline() {
        return Duration.ofSeconds(
                Tree.number(spec, "progressDeadlineSeconds").orElse(DEFAULT_DEADLINE_SECONDS));
    }

    /** The share of pods that must be ready, in percent. */
    int readyThreshold(String track) {
        return (int) Tree.number(spec, "analysis", track + "ReadyThreshold").orElse(Stage.ALL);
    }

    /** What scales the target; the primary gets a copy of it. */
    Optional<ObjectRef> autoscaler() {
        var reference = Tree.map(spec, "autoscalerRef");
        return Tree.text(reference, "kind").equals("HorizontalPodAutoscaler")
                ? Optional.of(
                        ObjectRef.of(
                                "autoscaling/v2",
                                "HorizontalPodAutoscaler",
                                target.namespace(),
                                Tree.text(reference, "name")))
                : Optional.empty();
    }

    Map<String, Object> service() {
        return Tree.map(spec, "service");
    }

    int port() {
        return (int) Tree.number(service(), "port").orElse(DEFAULT_PORT);
    }

    /** The name users call. */
    String apex() {
        var name = Tree.text(service(), "name");
        return name.isEmpty() ? target.name() : name;
    }

    ObjectRef primary() {
        return primaryOf(target);
    }

    static ObjectRef primaryOf(ObjectRef target) {
        return new ObjectRef(
                target.group(),
                target.version(),
                target.kind(),
                target.namespace(),
                target.name() + "-primary");
    }

    ObjectRef apexService() {
        return service(apex());
    }

    ObjectRef primaryService() {
        return service(apex() + "-primary");
    }

    ObjectRef canaryService() {
        return service(apex() + "-canary");
    }

    ObjectRef route() {
        return ObjectRef.of(GATEWAY_API, "HTTPRoute", target.namespace(), apex());
    }

    private ObjectRef service(String serviceName) {
        return ObjectRef.of("v1", "Service", target.namespace(), serviceName);
    }
}
