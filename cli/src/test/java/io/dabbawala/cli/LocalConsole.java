package io.dabbawala.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Speaks the console's API with answers that a test gives it. */
public final class LocalConsole implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else every answer takes 40 ms
    }

    /** What somebody asked. */
    public record Request(String line, Map<String, String> headers, String body) {}

    private record Response(int status, String type, String body, boolean isCut) {}

    private final HttpServer server;
    private final Map<String, Deque<Response>> responses = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    public LocalConsole() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Several answers to the same question come in this order; the last one stays. */
    public LocalConsole answers(String path, String json) {
        return responds(path, new Response(200, "application/json", json, false));
    }

    public LocalConsole accepts(String path, String json) {
        return responds(path, new Response(202, "application/json", json, false));
    }

    public LocalConsole refuses(String path, int status, String detail) {
        var problem =
                """
                {"type": "about:blank", "status": %d, "detail": "%s"}"""
                        .formatted(status, detail);
        return responds(path, new Response(status, "application/problem+json", problem, false));
    }

    public LocalConsole says(String path, int status, String type, String body) {
        return responds(path, new Response(status, type, body, false));
    }

    public LocalConsole streams(String body) {
        return says("/api/events/stream", 200, "text/event-stream", body);
    }

    /** Sends this much of a stream and then the connection is gone. */
    public LocalConsole streamsThenBreaks(String body) {
        return responds("/api/events/stream", new Response(200, "text/event-stream", body, true));
    }

    /** The connection is gone before an answer came. */
    public LocalConsole breaks(String path) {
        return responds(path, new Response(0, "", "", true));
    }

    /** Events with the cursors 1, 2, 3, ... */
    public LocalConsole hasLogged(String... applications) {
        for (var application : applications) {
            log.add(event(log.size() + 1, application));
        }
        return this;
    }

    public static String event(int cursor, String application) {
        return """
        {"id": "e%d", "topic": "commits", "application": "%s", "delivery": "d1", "cursor": %d, \
        "time": "2026-11-08T18:30:00Z", "summary": "event %d"}"""
                .formatted(cursor, application, cursor, cursor);
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<String> requestLines() {
        return requests.stream().map(Request::line).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private LocalConsole responds(String path, Response response) {
        responses.computeIfAbsent(path, _ -> new ArrayDeque<>()).add(response);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        requests.add(
                new Request(
                        exchange.getRequestMethod() + " " + uri,
                        headers(exchange),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        if (uri.getPath().equals("/api/events")) {
            send(exchange, new Response(200, "application/json", logged(uri.getQuery()), false));
        } else {
            send(exchange, next(uri.getPath()));
        }
    }

    private Response next(String path) {
        var known = responses.get(path);
        if (known == null) {
            return new Response(
                    404, "application/problem+json", "{\"detail\": \"no " + path + "\"}", false);
        }
        synchronized (known) {
            return known.size() > 1 ? known.remove() : known.element();
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        if (response.status() == 0) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", response.type());
        exchange.sendResponseHeaders(response.status(), 0);
        exchange.getResponseBody().write(response.body().getBytes(UTF_8));
        exchange.getResponseBody().flush();
        if (!response.isCut()) {
            exchange.getResponseBody().close();
        }
        exchange.close();
    }

    private String logged(String query) {
        long after = number(query, "after").orElse(0L);
        long limit = number(query, "limit").orElse(100L);
        var of = value(query, "application").orElse("");
        var found =
                log.stream()
                        .skip(after)
                        .filter(event -> of.isEmpty() || event.contains("\"" + of + "\""))
                        .limit(limit)
                        .toList();
        return found.toString();
    }

    private static Optional<Long> number(String query, String name) {
        return value(query, name).map(Long::valueOf);
    }

    private static Optional<String> value(String query, String name) {
        return List.of(query.split("&")).stream()
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst();
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new ConcurrentHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(), values.getFirst()));
        return headers;
    }
}
