package io.dabbawala.testkit.twin.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.dabbawala.testkit.twin.api.Cluster;
import io.dabbawala.testkit.twin.api.Refusal;
import io.dabbawala.testkit.twin.api.Target;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Kinds;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Paths: what the server says about itself, and {@code /api/v1/...}, {@code /apis/GROUP/...}. */
public final class Router implements HttpHandler {

    private static final String NAMESPACES = "namespaces";

    private final Cluster cluster;
    private final Kinds kinds;
    private final Discovery discovery;
    private final OpenApi openApi;
    private final Resources resources;

    /**
     * @param open false ends every watch
     */
    public Router(Cluster cluster, BooleanSupplier open) {
        this.cluster = cluster;
        this.kinds = cluster.kinds();
        this.discovery = new Discovery(kinds);
        this.openApi = new OpenApi(kinds);
        this.resources = new Resources(cluster, open);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (upgrades(exchange)) {
                // A plain answer makes the client watch over a plain connection instead.
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            Answer.send(exchange, answer(exchange));
        }
    }

    private static boolean upgrades(HttpExchange exchange) {
        var upgrade = exchange.getRequestHeaders().getFirst("Upgrade");
        return upgrade != null && upgrade.toLowerCase(Locale.ROOT).equals("websocket");
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            var request = Request.of(exchange);
            var path = request.path();
            if (path.isEmpty()) {
                return notFound();
            }
            var rest = path.subList(1, path.size());
            return switch (path.getFirst()) {
                case "api" -> core(request, rest);
                case "apis" -> groups(request, rest);
                case "twin" -> administration(rest);
                default -> server(path);
            };
        } catch (Refusal refusal) {
            return Answer.refused(refusal);
        }
    }

    private Answer server(List<String> path) {
        return switch (path.getFirst()) {
            case "version" -> Answer.ok(Discovery.version());
            case "healthz", "livez", "readyz" -> new Answer.Text(200, "ok");
            case "openapi" -> described(openApi.answer(path));
            default -> notFound();
        };
    }

    /** {@code /twin/compact}: forgets every event there was, so that older watches expire. */
    private Answer administration(List<String> path) {
        if (path.equals(List.of("compact"))) {
            cluster.store().compact();
            return new Answer.Text(200, "ok");
        }
        return notFound();
    }

    private Answer core(Request request, List<String> path) {
        if (path.isEmpty()) {
            return Answer.ok(Discovery.coreVersions());
        }
        if (path.size() == 1) {
            return described(discovery.resources("", path.getFirst()));
        }
        return resource(request, "", path.getFirst(), path.subList(1, path.size()));
    }

    private Answer groups(Request request, List<String> path) {
        return switch (path.size()) {
            case 0 -> Answer.ok(discovery.groups());
            case 1 -> described(discovery.group(path.getFirst()));
            case 2 -> described(discovery.resources(path.getFirst(), path.get(1)));
            default ->
                    resource(request, path.getFirst(), path.get(1), path.subList(2, path.size()));
        };
    }

    private static Answer described(Optional<ObjectNode> document) {
        return document.map(Answer::ok).orElseGet(Router::notFound);
    }

    private Answer resource(Request request, String group, String version, List<String> path) {
        if (!kinds.groups().getOrDefault(group, List.of()).contains(version)) {
            return notFound();
        }
        var inNamespace =
                path.getFirst().equals(NAMESPACES)
                        && path.size() > 2
                        && kinds.resource(group, version, path.get(2)).isPresent();
        var namespace = inNamespace ? path.get(1) : "";
        var rest = inNamespace ? path.subList(2, path.size()) : path;
        var kind =
                kinds.resource(group, version, rest.getFirst())
                        .filter(k -> k.namespaced() || !inNamespace)
                        .orElseThrow(Refusal::noSuchResource);
        return resources.handle(request, target(kind, namespace, rest));
    }

    private static Target target(Kind kind, String namespace, List<String> path) {
        if (path.size() > 3) {
            throw Refusal.noSuchResource();
        }
        return new Target(
                kind,
                namespace,
                path.size() > 1 ? path.get(1) : "",
                path.size() > 2 ? path.get(2) : "");
    }

    private static Answer notFound() {
        return new Answer.Text(404, "404 page not found\n");
    }
}
