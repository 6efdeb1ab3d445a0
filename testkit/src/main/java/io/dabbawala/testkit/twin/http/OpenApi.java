package io.dabbawala.testkit.twin.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * As much of the OpenAPI documents as kubectl asks before it writes: which kinds can be patched and
 * that the server judges unknown fields itself. The shapes of the kinds are not told.
 */
final class OpenApi {

    private final Kinds kinds;

    OpenApi(Kinds kinds) {
        this.kinds = kinds;
    }

    Optional<ObjectNode> answer(List<String> path) {
        if (path.size() < 2 || !path.get(1).equals("v3")) {
            return Optional.empty();
        }
        return path.size() == 2
                ? Optional.of(index())
                : document(String.join("/", path.subList(2, path.size())));
    }

    private ObjectNode index() {
        var index = JsonNodeFactory.instance.objectNode();
        var paths = index.putObject("paths");
        kinds.all()
                .forEach(
                        kind ->
                                paths.putObject(prefix(kind))
                                        .put("serverRelativeURL", "/openapi/v3/" + prefix(kind)));
        return index;
    }

    private Optional<ObjectNode> document(String prefix) {
        var document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", "v1.36.3");
        var paths = document.putObject("paths");
        for (var kind : kinds.all()) {
            if (prefix(kind).equals(prefix)) {
                patch(
                        kind,
                        paths.putObject(
                                "/%s/%s%s/{name}"
                                        .formatted(
                                                prefix,
                                                kind.namespaced() ? "namespaces/{namespace}/" : "",
                                                kind.plural())));
            }
        }
        return paths.isEmpty() ? Optional.empty() : Optional.of(document);
    }

    private static void patch(Kind kind, ObjectNode path) {
        var patch = path.putObject("patch");
        for (var parameter : List.of("dryRun", "fieldManager", "fieldValidation", "force")) {
            var described = patch.withArray("/parameters").addObject();
            described
                    .put("name", parameter)
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "string");
        }
        patch.putObject("responses").putObject("200").put("description", "OK");
        patch.putObject("x-kubernetes-group-version-kind")
                .put("group", kind.gvk().group())
                .put("version", kind.gvk().version())
                .put("kind", kind.name());
    }

    private static String prefix(Kind kind) {
        return kind.gvk().group().isEmpty()
                ? "api/" + kind.gvk().version()
                : "apis/" + kind.apiVersion();
    }
}
