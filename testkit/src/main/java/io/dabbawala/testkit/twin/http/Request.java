package io.dabbawala.testkit.twin.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import io.dabbawala.testkit.twin.api.Body;
import io.dabbawala.testkit.twin.api.Cluster.PatchType;
import io.dabbawala.testkit.twin.api.DeleteOptions;
import io.dabbawala.testkit.twin.api.Refusal;
import io.dabbawala.testkit.twin.api.WriteOptions;
import io.dabbawala.testkit.twin.api.WriteOptions.FieldValidation;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request, read once. */
record Request(
        String method,
        List<String> path,
        Map<String, String> query,
        String contentType,
        String userAgent,
        byte[] body) {

    static Request of(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        return new Request(
                exchange.getRequestMethod(),
                Arrays.stream(uri.getRawPath().split("/"))
                        .filter(part -> !part.isEmpty())
                        .map(Request::decoded)
                        .toList(),
                query(uri.getRawQuery()),
                mediaType(Optional.ofNullable(headers.getFirst("Content-Type")).orElse("")),
                Optional.ofNullable(headers.getFirst("User-Agent")).orElse("unknown"),
                exchange.getRequestBody().readAllBytes());
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    boolean flag(String name) {
        var value = query.get(name);
        return value != null && !value.equals("false") && !value.equals("0");
    }

    boolean watches() {
        return flag("watch");
    }

    JsonNode json() {
        return switch (contentType) {
            case "", "application/json", "application/x-www-form-urlencoded" -> Body.json(body);
            case "application/yaml" -> Body.yaml(body);
            default -> throw Refusal.unsupportedBody();
        };
    }

    PatchType patchType() {
        return switch (contentType) {
            case "application/merge-patch+json" -> PatchType.MERGE;
            case "application/json-patch+json" -> PatchType.JSON;
            case "application/strategic-merge-patch+json" -> PatchType.STRATEGIC;
            case "application/apply-patch+yaml" -> PatchType.APPLY;
            default -> throw Refusal.unsupportedPatch();
        };
    }

    JsonNode patch() {
        return patchType() == PatchType.APPLY ? Body.yaml(body) : Body.json(body);
    }

    WriteOptions writeOptions() {
        var applies = method.equals("PATCH") && patchType() == PatchType.APPLY;
        var manager = parameter("fieldManager");
        if (manager.isEmpty() && !applies) {
            manager = userAgent.split("/", 2)[0];
        }
        return new WriteOptions(manager, dryRun(), flag("force"), fieldValidation());
    }

    private FieldValidation fieldValidation() {
        return switch (parameter("fieldValidation")) {
            case "Strict" -> FieldValidation.STRICT;
            case "Ignore" -> FieldValidation.IGNORE;
            default -> FieldValidation.WARN;
        };
    }

    DeleteOptions deleteOptions() {
        var options = body.length == 0 ? JsonNodeFactory.instance.objectNode() : Body.json(body);
        return DeleteOptions.of(options, parameter("propagationPolicy"), dryRun());
    }

    private boolean dryRun() {
        var dryRun = parameter("dryRun");
        if (!dryRun.isEmpty() && !dryRun.equals("All")) {
            var options =
                    switch (method) {
                        case "POST" -> "CreateOptions";
                        case "PUT" -> "UpdateOptions";
                        case "PATCH" -> "PatchOptions";
                        default -> "DeleteOptions";
                    };
            throw Refusal.unknownDryRun(options, dryRun);
        }
        return !dryRun.isEmpty();
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        var query = new HashMap<String, String>();
        if (raw != null) {
            for (var pair : raw.split("&")) {
                var parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
