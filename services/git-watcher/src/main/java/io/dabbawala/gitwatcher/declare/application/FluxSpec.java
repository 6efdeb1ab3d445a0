package io.dabbawala.gitwatcher.declare.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.source.FluxBuild;
import io.dabbawala.gitwatcher.source.Kustomize;
import io.dabbawala.gitwatcher.substitute.Variables;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the spec of a Flux Kustomization says about how manifests are built. */
record FluxSpec(JsonNode spec) {

    /**
     * @param values for its variables
     */
    FluxBuild build(Map<String, String> values) {
        var always = spec.path("postBuild").path("substituteStrategy").asText("").equals("Always");
        return new FluxBuild(
                new Kustomize.Names(
                        spec.path("namePrefix").asText(""),
                        spec.path("nameSuffix").asText(""),
                        spec.path("targetNamespace").asText("")),
                spec.path("patches").valueStream().toList(),
                new Kustomize.Components(
                        spec.path("components").valueStream().map(JsonNode::asText).toList(),
                        spec.path("ignoreMissingComponents").asBoolean(false)),
                images(),
                new FluxBuild.CommonMetadata(pairs("labels"), pairs("annotations")),
                new Variables(values, false, always));
    }

    private List<JsonNode> images() {
        return spec.path("images").valueStream().toList();
    }

    private Map<String, String> pairs(String member) {
        var pairs = new TreeMap<String, String>();
        spec.path("commonMetadata")
                .path(member)
                .properties()
                .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
        return pairs;
    }
}
