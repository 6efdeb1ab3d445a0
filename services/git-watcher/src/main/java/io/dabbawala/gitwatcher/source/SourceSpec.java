package io.dabbawala.gitwatcher.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import io.dabbawala.gitwatcher.render.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the tool an Argo CD source names (applicationsource in its application types). */
public final class SourceSpec {

    private static final Map<String, String> TOOLS =
            Map.of(
                    "directory", "Directory",
                    "helm", "Helm",
                    "kustomize", "Kustomize",
                    "plugin", "Plugin");

    public static Tool toolOf(JsonNode source) {
        var named = TOOLS.keySet().stream().filter(name -> source.path(name).isObject()).toList();
        if (source.hasNonNull("chart")) {
            return new Tool.Unsupported(
                    "spec.source.chart is not rendered: charts come from Git, name a path");
        }
        if (named.size() > 1) {
            var names = named.stream().map(TOOLS::get).sorted().toList();
            return new Tool.Unsupported(
                    "multiple application sources defined: " + String.join(",", names));
        }
        return named.isEmpty() ? new Tool.Detected() : tool(named.getFirst(), source);
    }

    private static Tool tool(String name, JsonNode source) {
        return switch (name) {
            case "helm" -> helm(source.path(name));
            case "kustomize" -> kustomize(source.path(name));
            case "plugin" ->
                    new Tool.Unsupported(
                            "spec.source.plugin is not rendered: plugins run foreign code");
            default -> new Tool.Plain(directory(source.path(name)));
        };
    }

    private static Directory directory(JsonNode directory) {
        return new Directory(
                directory.path("recurse").asBoolean(false),
                directory.path("include").asText(""),
                directory.path("exclude").asText(""));
    }

    private static Helm helm(JsonNode helm) {
        return new Helm(
                helm.path("releaseName").asText(""),
                helm.path("namespace").asText(""),
                texts(helm.path("valueFiles")),
                helm.path("ignoreMissingValueFiles").asBoolean(false),
                values(helm),
                parameters(helm.path("parameters"), "value"),
                parameters(helm.path("fileParameters"), "path"),
                helm.path("skipCrds").asBoolean(false),
                helm.path("skipTests").asBoolean(false),
                helm.path("kubeVersion").asText(""),
                texts(helm.path("apiVersions")));
    }

    private static String values(JsonNode helm) {
        var structured = helm.path("valuesObject");
        return structured.isObject() && !structured.isEmpty()
                ? CanonicalJson.of(structured)
                : helm.path("values").asText("");
    }

    private static List<Helm.Parameter> parameters(JsonNode list, String value) {
        return list(
                list,
                item ->
                        new Helm.Parameter(
                                item.path("name").asText(""),
                                item.path(value).asText(""),
                                item.path("forceString").asBoolean(false)));
    }

    private static Kustomize kustomize(JsonNode spec) {
        var replicas = new TreeMap<String, JsonNode>();
        spec.path("replicas").forEach(r -> replicas.put(r.path("name").asText(), r.path("count")));
        return new Kustomize(
                new Kustomize.Names(
                        spec.path("namePrefix").asText(""),
                        spec.path("nameSuffix").asText(""),
                        spec.path("namespace").asText("")),
                texts(spec.path("images")),
                replicas,
                new Kustomize.Labels(
                        pairs(spec.path("commonLabels")),
                        spec.path("labelWithoutSelector").asBoolean(false),
                        spec.path("labelIncludeTemplates").asBoolean(false),
                        spec.path("forceCommonLabels").asBoolean(false)),
                new Kustomize.Annotations(
                        pairs(spec.path("commonAnnotations")),
                        spec.path("commonAnnotationsEnvsubst").asBoolean(false),
                        spec.path("forceCommonAnnotations").asBoolean(false)),
                list(spec.path("patches"), Function.identity()),
                new Kustomize.Components(
                        texts(spec.path("components")),
                        spec.path("ignoreMissingComponents").asBoolean(false)));
    }

    private static List<String> texts(JsonNode list) {
        return list(list, JsonNode::asText);
    }

    private static Map<String, String> pairs(JsonNode object) {
        var pairs = new TreeMap<String, String>();
        object.properties().forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
        return pairs;
    }

    private static <T> List<T> list(JsonNode list, Function<JsonNode, T> item) {
        return list.isArray()
                ? Stream.of(list).flatMap(JsonNode::valueStream).map(item).toList()
                : new ArrayList<>();
    }

    private SourceSpec() {}
}
