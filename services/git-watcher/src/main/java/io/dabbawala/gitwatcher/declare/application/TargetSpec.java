package io.dabbawala.gitwatcher.declare.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.util.List;

/**
 * The spec of a declared application without its sources, for whoever compares and syncs. The
 * annotations that change how (argocd.argoproj.io/..., dabbawala.io/...) come along as its member
 * {@code annotations}.
 */
final class TargetSpec {

    private static final List<String> SOURCES = List.of("source", "sources", "sourceHydrator");
    private static final List<String> OPTIONS = List.of("argocd.argoproj.io/", "dabbawala.io/");

    /** As canonical JSON. */
    static String of(JsonNode declaration) {
        var spec = JsonNodeFactory.instance.objectNode();
        declaration.path("spec").properties().stream()
                .filter(member -> !SOURCES.contains(member.getKey()))
                .forEach(member -> spec.set(member.getKey(), member.getValue()));
        var options = options(declaration.path("metadata").path("annotations"));
        if (!options.isEmpty()) {
            spec.set("annotations", options);
        }
        return CanonicalJson.of(spec);
    }

    private static ObjectNode options(JsonNode annotations) {
        var options = JsonNodeFactory.instance.objectNode();
        annotations.properties().stream()
                .filter(annotation -> OPTIONS.stream().anyMatch(annotation.getKey()::startsWith))
                .forEach(annotation -> options.set(annotation.getKey(), annotation.getValue()));
        return options;
    }

    private TargetSpec() {}
}
