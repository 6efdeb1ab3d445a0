package io.dabbawala.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Git host as people run them: {@code git http-backend} behind a web server.
 *
 * @param repositories the folder whose repositories are served
 */
public record GitBackend(Path repositories) {

    private static final Path PROGRAM = Path.of("/usr/lib/git-core/git-http-backend");

    public static boolean isHere() {
        return Files.isExecutable(PROGRAM);
    }

    public void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            pass(exchange, exchange.getRequestURI().getPath(), answer -> answer);
        }
    }

    /**
     * @param path of what is asked for, in the folder
     * @param way what the answer goes through to the one who asked
     */
    public void pass(HttpExchange exchange, String path, UnaryOperator<OutputStream> way)
            throws IOException {
        var process = program(exchange, path).start();
        Thread.startVirtualThread(
                () -> {
                    try (var to = process.getOutputStream()) {
                        exchange.getRequestBody().transferTo(to);
                    } catch (IOException _) {
                        process.destroy();
                    }
                });
        var from = process.getInputStream();
        for (var line = line(from); !line.isEmpty(); line = line(from)) {
            var colon = line.indexOf(':');
            exchange.getResponseHeaders()
                    .add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        exchange.sendResponseHeaders(200, 0);
        try (var to = way.apply(exchange.getResponseBody())) {
            from.transferTo(to);
        } finally {
            process.destroyForcibly();
        }
    }

    private ProcessBuilder program(HttpExchange exchange, String path) {
        var builder = new ProcessBuilder(PROGRAM.toString());
        var environment = builder.environment();
        var query = exchange.getRequestURI().getRawQuery();
        var headers = exchange.getRequestHeaders();
        environment.put("GIT_PROJECT_ROOT", repositories.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("PATH_INFO", path);
        environment.put("QUERY_STRING", query == null ? "" : query);
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        put(environment, "CONTENT_TYPE", headers.getFirst("Content-Type"));
        put(environment, "CONTENT_LENGTH", headers.getFirst("Content-Length"));
        put(environment, "HTTP_CONTENT_ENCODING", headers.getFirst("Content-Encoding"));
        put(environment, "GIT_PROTOCOL", headers.getFirst("Git-Protocol"));
        return builder;
    }

    private static void put(Map<String, String> environment, String name, @Nullable String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            line.write(one);
        }
        return line.toString().strip();
    }
}
