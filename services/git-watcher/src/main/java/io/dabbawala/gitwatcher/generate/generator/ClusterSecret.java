package io.dabbawala.gitwatcher.generate.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A Secret that declares a cluster, with nothing in it that has to stay secret. */
public final class ClusterSecret {

    private static final List<String> PUBLIC = List.of("name", "server", "project");
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** Any object; of a Secret only what says which cluster it is. */
    public static JsonNode withoutSecrets(JsonNode object) {
        if (!object.path("kind").asText().equals("Secret")
                || !object.path("apiVersion").asText().equals("v1")) {
            return object;
        }
        var secret = (ObjectNode) object.deepCopy();
        for (var member : List.of("data", "stringData")) {
            if (secret.path(member) instanceof ObjectNode data) {
                data.retain(PUBLIC);
            }
        }
        if (secret.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(LAST_APPLIED);
        }
        return secret;
    }

    private ClusterSecret() {}
}
