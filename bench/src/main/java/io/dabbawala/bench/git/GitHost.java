package io.dabbawala.bench.git;

import com.sun.net.httpserver.HttpServer;
import io.dabbawala.testkit.GitBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves repositories over HTTP by the {@code git} program, in processes of its own: what it costs
 * a host to put a pack together is not the platform's.
 */
final class GitHost implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private GitHost(HttpServer server) {
        this.server = server;
    }

    /** Serves every repository of the folder. */
    static GitHost serving(Path folder) {
        if (!GitBackend.isHere()) {
            throw new IllegalStateException("the bench needs git with its http-backend");
        }
        try {
            System.setProperty("sun.net.httpserver.nodelay", "true"); // as every web server does
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var host = new GitHost(HttpServer.create(address, 0));
            host.server.createContext("/", new GitBackend(folder)::answer);
            host.server.setExecutor(host.threads);
            host.server.start();
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException("serve the repositories of " + folder, e);
        }
    }

    String url(String repository) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), repository);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
