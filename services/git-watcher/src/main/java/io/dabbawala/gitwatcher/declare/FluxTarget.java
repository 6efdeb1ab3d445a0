package io.dabbawala.gitwatcher.declare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a Flux Kustomization goes and how, in the words of an application. It is always automated,
 * heals what drifted and applies server-side; {@code suspend} switches that off. What has no word
 * there travels as it is written.
 *
 * @param namespace its own
 */
record FluxTarget(JsonNode spec, String namespace) {

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

    Target target() {
        var destination =
                new Destination("", IN_CLUSTER, spec.path("targetNamespace").asText(namespace));
        var policy =
                new SyncPolicy(
                        !spec.path("suspend").asBoolean(false),
                        spec.path("prune").asBoolean(false),
                        true,
                        true,
                        options());
        return new Target("default", destination, policy, json(destination, policy));
    }

    private List<String> options() {
        var options = new ArrayList<>(List.of("ServerSideApply=true"));
        if (spec.path("force").asBoolean(false)) {
            options.add("Force=true");
        }
        return options;
    }

    private String json(Destination destination, SyncPolicy policy) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject("destination")
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
