package io.dabbawala.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dabbawala.cli.terminal.Surroundings;
import io.dabbawala.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the commands that people wait for against a console that is not one. The script lets the JVM
 * watch this once after each build and keep what it learned (an AOT cache), so that the commands
 * start in a fraction of a second.
 */
final class Rehearsal {

    private static final String EVENT =
            """
            {"cursor": 1, "time": "2026-01-01T00:00:00Z", "summary": "s"}""";
    private static final String APPLICATION =
            """
            {"application": "argocd/web", "sync": "Synced", "health": "Healthy", "state": "Healthy",
            "delivery": "d", "startedAt": "2026-01-01T00:00:00Z", "updatedAt": "2026-01-01T00:00:00Z",
            "finishedAt": "2026-01-01T00:00:02Z", "rollout": {"phase": "Progressing"}, "id": "i",
            "rollouts": [{}], "reasons": [{}], "events": [{}], "lastSync": {"objects": [{}]}}""";
    private static final String DOCUMENTS =
            """
            {"arguments": ["health"], "stdin": "{\\"kind\\": \\"Pod\\", \\"spec\\": {\\"a\\": [1.5]}}"}
            {"arguments": ["health"], "stdin": "kind: Pod\\napiVersion: v1\\nspec: {a: [1, x]}"}
            """;
    private static final String SCRIPT =
            """
            local hs = {status = "Healthy", message = ""}
            for i, word in ipairs({string.match("a=b", "(%w)=(%w)")}) do
              hs.message = hs.message .. i .. string.format("%s %d", word, 1)
            end
            return hs""";
    private static final String CHECKS =
            "- {apiVersion: v1, kind: Pod, current: \"has(spec.a) && spec.a.all(e, e != 'b')\"}";
    private static final List<String> LINES =
            List.of(
                    "help",
                    "help app wait",
                    "app list",
                    "app list -o yaml",
                    "app get web",
                    "app get argocd/web -o json",
                    "app history web",
                    "app wait web",
                    "why web",
                    "delivery 0193",
                    "events -n 1 --after 0",
                    "events --follow -n 1 --after 0",
                    "sync argocd/web",
                    "complete -- app ''",
                    "health",
                    "health -o table",
                    "health --rules kstatus",
                    "batch",
                    "no-such-command");

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Rehearsal::answer);
        server.start();
        var console = "http://127.0.0.1:" + server.getAddress().getPort();
        LINES.forEach(line -> Dabba.run(around(console), line.split(" ")));
        server.stop(0);
        with(SCRIPT, script -> Dabba.run(around(console), "health", "--lua", script));
        with(CHECKS, checks -> Dabba.run(around(console), "health", "--cel", checks));
    }

    private static void with(String text, Consumer<String> command) throws IOException {
        var file = Files.createTempFile("dabba", ".txt");
        try {
            command.accept(Files.writeString(file, text).toString());
        } finally {
            Files.delete(file);
        }
    }

    private static Surroundings around(String console) {
        var documents = new ByteArrayInputStream(DOCUMENTS.getBytes(UTF_8));
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        return new Surroundings(
                new Terminal(documents, nowhere, nowhere, true, true, 80),
                Map.of("DABBA_CONSOLE", console),
                Clock.systemUTC(),
                Path.of("."),
                Path.of("."),
                Duration.ofMillis(1));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body =
                switch (path) {
                    case "/api/events/stream" -> "id: 1\ndata: " + EVENT + "\n\n";
                    case "/api/events" -> "[" + EVENT + "]";
                    case "/api/applications", "/api/deliveries" -> "[" + APPLICATION + "]";
                    default -> APPLICATION;
                };
        var type = path.endsWith("stream") ? "text/event-stream" : "application/json";
        exchange.getResponseHeaders().add("Content-Type", type);
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
        exchange.close();
    }
}
