package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/** The scale subresource: how many replicas are wanted and there, whatever the workload. */
public final class Scale {

    private Scale() {}

    public static ObjectNode of(JsonNode workload) {
        var scale =
                Writes.JSON.objectNode().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        var metadata = scale.putObject("metadata");
        for (var field :
                List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
            var value = workload.at("/metadata/" + field);
            if (!value.isMissingNode()) {
                metadata.set(field, value);
            }
        }
        var replicas = workload.at("/spec/replicas").asInt();
        var spec = scale.putObject("spec");
        if (replicas != 0) {
            spec.put("replicas", replicas);
        }
        var labels = workload.at("/spec/selector/matchLabels").properties().stream();
        scale.putObject("status")
                .put("replicas", workload.at("/status/replicas").asInt())
                .put(
                        "selector",
                        labels.map(label -> label.getKey() + "=" + label.getValue().asText())
                                .collect(Collectors.joining(",")));
        return scale;
    }

    /** The workload as the scale wants it. */
    static ObjectNode on(ObjectNode workload, JsonNode scale) {
        ObjectNode scaled = workload.deepCopy();
        scaled.withObject("/spec").put("replicas", scale.at("/spec/replicas").asInt());
        var metadata = scaled.withObject("/metadata");
        metadata.remove("resourceVersion");
        var version = scale.at("/metadata/resourceVersion");
        if (version.isTextual()) {
            metadata.set("resourceVersion", version);
        }
        return scaled;
    }
}
