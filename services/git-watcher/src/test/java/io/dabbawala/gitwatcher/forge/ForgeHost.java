package io.dabbawala.gitwatcher.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dabbawala.gitwatcher.render.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server that answers as the documentation of the forges says: lists in pages as the kind
 * of forge has them, 401 to whoever has no token, 404 for what there is not, 204 for what is empty.
 */
final class ForgeHost implements AutoCloseable {

    /** Data Center counts what one may not see, so that its next page starts anywhere. */
    private static final int HIDDEN = 10;

    private final HttpServer server;
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, String> objects = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private String said = "{}";
    private String header = "";
    private String wanted = "";
    private String pages = "";
    private int status = 200;
    private String retryAfter = "";

    ForgeHost() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A forge of this kind and no other. */
    HttpForges forges(String kind, @Nullable Path token) {
        return new HttpForges(List.of(new Forge(kind, url(), token)), Clock.systemUTC());
    }

    /** A generator's configuration in which {@code @} is this host. */
    JsonNode asked(String configuration) {
        return CanonicalJson.parse(configuration.replace('\'', '"').replace("@", url()));
    }

    ForgeHost list(String path, String... items) {
        lists.put(path, List.of(items));
        return this;
    }

    ForgeHost object(String path, String object) {
        objects.put(path, object);
        return this;
    }

    ForgeHost letsIn(String headerName, String value) {
        header = headerName;
        wanted = value;
        return this;
    }

    /** Lists as this kind of forge cuts them. */
    ForgeHost pagesAs(String kind) {
        pages = kind;
        return this;
    }

    ForgeHost answers(int code, String secondsToWait) {
        status = code;
        retryAfter = secondsToWait;
        return this;
    }

    ForgeHost says(String text) {
        said = text;
        return this;
    }

    /** What was posted. */
    List<String> bodies() {
        return new ArrayList<>(bodies);
    }

    /** Path and query of each. */
    List<String> requests() {
        return new ArrayList<>(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            requests.add(uri.toString());
            var given = exchange.getRequestHeaders().getFirst(header.isEmpty() ? "x" : header);
            if (exchange.getRequestMethod().equals("POST")) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                exchange.sendResponseHeaders(status == 200 ? 201 : status, said.length());
                exchange.getResponseBody().write(said.getBytes(UTF_8));
            } else if (status != 200) {
                if (!retryAfter.isEmpty()) {
                    exchange.getResponseHeaders().add("Retry-After", retryAfter);
                }
                exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
                exchange.sendResponseHeaders(status, -1);
            } else if (!header.isEmpty() && !wanted.equals(given)) {
                exchange.sendResponseHeaders(401, -1);
            } else if (lists.containsKey(uri.getRawPath())) {
                page(exchange, lists.get(uri.getRawPath()), query(uri.getRawQuery()));
            } else if (objects.containsKey(uri.getRawPath())) {
                send(exchange, objects.get(uri.getRawPath()));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    /** At most two items, whatever size is asked for: servers have limits of their own. */
    private void page(HttpExchange exchange, List<String> items, Map<String, String> query)
            throws IOException {
        var from = Math.min(from(query), items.size());
        var size = pages.equals("azuredevops") ? Integer.parseInt(query.get("$top")) : 2;
        var to = Math.min(from + size, items.size());
        var isLast = to == items.size();
        var part = "[" + String.join(",", items.subList(from, to)) + "]";
        if (pages.isEmpty() && !isLast) {
            exchange.getResponseHeaders()
                    .add("Link", "<http://192.0.2.1/stolen?page=2>; rel=\"next\"");
        }
        var next = isLast ? "" : ",\"next\":\"http://192.0.2.1/stolen?page=2\"";
        send(
                exchange,
                switch (pages) {
                    case "bitbucket" -> "{\"values\":%s,\"pagelen\":2%s}".formatted(part, next);
                    case "bitbucketServer" ->
                            "{\"values\":%s,\"isLastPage\":%s,\"nextPageStart\":%s}"
                                    .formatted(part, isLast, isLast ? "null" : to * HIDDEN);
                    case "azuredevops" -> "{\"value\":%s,\"count\":1}".formatted(part);
                    default -> part;
                });
    }

    private int from(Map<String, String> query) {
        return switch (pages) {
            case "bitbucketServer" -> Integer.parseInt(query.get("start")) / HIDDEN;
            case "azuredevops" -> Integer.parseInt(query.get("$skip"));
            default -> (Integer.parseInt(query.getOrDefault("page", "1")) - 1) * 2;
        };
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        var isEmpty = bytes.length == 0;
        exchange.sendResponseHeaders(isEmpty ? 204 : 200, isEmpty ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> query(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
