package io.dabbawala.gitwatcher.declare.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a Flux Kustomization goes and how, in the words of an application. It is always automated,
 * heals what drifted and applies server-side; {@code suspend} switches that off. What has no word
 * there travels as it is written, beside its kind, for there are rules of Flux's own. The Secret
 * with another cluster's kubeconfig is the name of that cluster.
 *
 * @param namespace its own
 */
public record FluxTarget(JsonNode spec, String namespace) {

    private static final String IN_CLUSTER = "https://kubernetes.default.svc";
    private static final List<String> AS_WRITTEN =
            List.of(
                    "dependsOn",
                    "healthChecks",
                    "healthCheckExprs",
                    "wait",
                    "timeout",
                    "interval",
                    "retryInterval",
                    "force",
                    "deletionPolicy");

    public Target target() {
        var elsewhere = spec.path("kubeConfig").path("secretRef").path("name").asText("");
        var destination =
                new Destination(
                        elsewhere,
                        elsewhere.isEmpty() ? IN_CLUSTER : "",
                        spec.path("targetNamespace").asText(namespace));
        var policy =
                new SyncPolicy(
                        !spec.path("suspend").asBoolean(false),
                        spec.path("prune").asBoolean(false),
                        true,
                        true,
                        options());
        return new Target("default", destination, policy, json(destination, policy));
    }

    /**
     * What becomes of the objects when it is withdrawn: {@code background}, or {@code orphan}. One
     * that is suspended leaves everything as it is.
     */
    public String deletion() {
        var isPruned =
                switch (spec.path("deletionPolicy").asText("MirrorPrune")) {
                    case "Delete", "WaitForTermination" -> true;
                    case "MirrorPrune" -> spec.path("prune").asBoolean(false);
                    default -> false;
                };
        return isPruned && !spec.path("suspend").asBoolean(false) ? "background" : "orphan";
    }

    private List<String> options() {
        var options =
                new ArrayList<>(
                        List.of("PrunePropagationPolicy=background", "ServerSideApply=true"));
        if (spec.path("force").asBoolean(false)) {
            options.add("Force=true");
        }
        return options;
    }

    private String json(Destination destination, SyncPolicy policy) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("kind", "Kustomization");
        json.putObject("destination")
                .put("name", destination.name())
                .put("server", destination.server())
                .put("namespace", destination.namespace());
        var sync = json.putObject("syncPolicy");
        sync.putObject("automated")
                .put("enabled", policy.automated())
                .put("prune", policy.prune())
                .put("selfHeal", policy.selfHeal())
                .put("allowEmpty", policy.allowEmpty());
        policy.syncOptions().forEach(sync.putArray("syncOptions")::add);
        for (var member : AS_WRITTEN) {
            if (spec.hasNonNull(member)) {
                json.set(member, spec.path(member));
            }
        }
        return CanonicalJson.of(json);
    }
}
