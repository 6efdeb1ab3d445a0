package io.dabbawala.gitwatcher.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dabbawala.testkit.GitBackend;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A Git host that can be made to misbehave. */
public final class HttpHost implements AutoCloseable {

    private final GitBackend backend;
    private final HttpServer server;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private @Nullable String wanted;
    private @Nullable String elsewhere;
    private int status;
    private Duration pause = Duration.ZERO;

    private HttpHost(GitBackend backend, HttpServer server) {
        this.backend = backend;
        this.server = server;
    }

    public static boolean isHere() {
        return GitBackend.isHere();
    }

    /** Serves the repository whose work tree this is, as {@code /shop.git}. */
    public static HttpHost of(Path workTree) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var host =
                    new HttpHost(
                            new GitBackend(workTree.resolve(".git")),
                            HttpServer.create(address, 0));
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

    /** The paths of the requests that were passed on, below the repository. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
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
                var path = exchange.getRequestURI().getPath().replaceFirst("^/shop.git", "");
                asked.add(path);
                backend.pass(exchange, path, this::dawdling);
            }
        }
    }

    private OutputStream dawdling(OutputStream out) {
        return pause.isZero() ? out : new Dawdling(out, pause);
    }

    /** Byte by byte, with a pause after each. */
    private static final class Dawdling extends FilterOutputStream {

        private final Duration pause;

        Dawdling(OutputStream out, Duration pause) {
            super(out);
            this.pause = pause;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            out.flush();
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
