package io.dabbawala.gitwatcher.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A Git host as people run them: {@code git http-backend} behind a web server. */
public final class HttpHost implements AutoCloseable {

    private static final Path BACKEND = Path.of("/usr/lib/git-core/git-http-backend");

    private final Path repository;
    private final HttpServer server;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private @Nullable String wanted;
    private @Nullable String elsewhere;
    private int status;
    private Duration pause = Duration.ZERO;

    private HttpHost(Path repository, HttpServer server) {
        this.repository = repository;
        this.server = server;
    }

    public static boolean isHere() {
        return Files.isExecutable(BACKEND);
    }

    /** Serves the repository whose work tree this is, as {@code /shop.git}. */
    public static HttpHost of(Path workTree) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var host = new HttpHost(workTree.resolve(".git"), HttpServer.create(address, 0));
            host.server.createContext("/", host::serve);
            host.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            host.server.start();
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:%d/shop.git".formatted(server.getAddress().getPort());
    }

    /** From now on only with this {@code Authorization}. */
    void demand(String authorization) {
        wanted = authorization;
    }

    void answer(int failure) {
        status = failure;
    }

    void redirectTo(String address) {
        elsewhere = address;
    }

    void becomeSlow(Duration each) {
        pause = each;
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var given = exchange.getRequestHeaders().getFirst("Authorization");
            if (given != null) {
                authorizations.add(given);
            }
            if (elsewhere != null) {
                var rest = exchange.getRequestURI().toString().replaceFirst("^/shop.git", "");
                exchange.getResponseHeaders().add("Location", elsewhere + rest);
                exchange.sendResponseHeaders(302, -1);
            } else if (wanted != null && !wanted.equals(given)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (status != 0) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                pass(exchange);
            }
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        var process = backend(exchange).start();
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
        var buffer = new byte[pause.isZero() ? 1 << 16 : 1];
        try (var out = exchange.getResponseBody()) {
            for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                out.write(buffer, 0, read);
                dawdle(out);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private void dawdle(java.io.OutputStream out) throws IOException {
        if (!pause.isZero()) {
            out.flush();
            java.util.concurrent.locks.LockSupport.parkNanos(pause.toNanos());
        }
    }

    private ProcessBuilder backend(HttpExchange exchange) {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(BACKEND.toString())));
        var environment = builder.environment();
        var uri = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        environment.put("GIT_PROJECT_ROOT", repository.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("PATH_INFO", uri.getPath().replaceFirst("^/shop.git", ""));
        environment.put("QUERY_STRING", uri.getRawQuery() == null ? "" : uri.getRawQuery());
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        put(environment, "CONTENT_TYPE", headers.getFirst("Content-Type"));
        put(environment, "CONTENT_LENGTH", headers.getFirst("Content-Length"));
        put(environment, "HTTP_CONTENT_ENCODING", headers.getFirst("Content-Encoding"));
        put(environment, "GIT_PROTOCOL", headers.getFirst("Git-Protocol"));
        return builder;
    }

    private static void put(
            java.util.Map<String, String> environment, String name, @Nullable String value) {
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

    @Override
    public void close() {
        server.stop(0);
    }
}
