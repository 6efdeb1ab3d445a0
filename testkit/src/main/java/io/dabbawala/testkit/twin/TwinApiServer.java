package io.dabbawala.testkit.twin;

import com.sun.net.httpserver.HttpServer;
import io.dabbawala.testkit.twin.api.Cluster;
import io.dabbawala.testkit.twin.controllers.Controllers;
import io.dabbawala.testkit.twin.http.Router;
import io.dabbawala.testkit.twin.schema.Kinds;
import io.dabbawala.testkit.twin.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Kubernetes cluster in memory that speaks the Kubernetes API over plain HTTP on loopback. In a
 * JVM: {@link #start()}; as a process: {@code TwinApiServer --port 0 --kubeconfig-out FILE}.
 */
public final class TwinApiServer implements AutoCloseable {

    /** How it differs from the usual. */
    public record Settings(int port, int rememberedEvents, Clock clock) {

        public static Settings usual() {
            return new Settings(0, 10_000, Clock.systemUTC());
        }

        public Settings onPort(int newPort) {
            return new Settings(newPort, rememberedEvents, clock);
        }

        /** Watches that ask for older events are told that they are gone. */
        public Settings remembering(int events) {
            return new Settings(port, events, clock);
        }
    }

    static {
        // Without it every small event of a watch waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final Store store;
    private final Controllers controllers;
    private volatile boolean open = true;

    private TwinApiServer(Settings settings) throws IOException {
        store = new Store(settings.rememberedEvents());
        var cluster = new Cluster(Kinds.builtIn(), store, settings.clock());
        controllers = Controllers.start(cluster, settings.clock());
        threads = Executors.newVirtualThreadPerTaskExecutor();
        http =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()),
                        0);
        http.setExecutor(threads);
        http.createContext("/", new Router(cluster, () -> open));
        http.start();
    }

    public static TwinApiServer start() {
        return start(Settings.usual());
    }

    public static TwinApiServer start(Settings settings) {
        try {
            return new TwinApiServer(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("listen on port " + settings.port(), e);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        var line = CommandLine.of(arguments);
        var server = start(Settings.usual().onPort(line.port()));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.close();
                                    stopped.countDown();
                                }));
        line.kubeconfigOut().ifPresent(file -> write(server.kubeconfig(), file));
        System.out.println("listening on " + server.url());
        stopped.await();
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** A kubeconfig that leads here, as text. */
    public String kubeconfig() {
        return """
               apiVersion: v1
               kind: Config
               clusters: [{name: twin, cluster: {server: "%s"}}]
               users: [{name: twin, user: {}}]
               contexts: [{name: twin, context: {cluster: twin, user: twin}}]
               current-context: twin
               """
                .formatted(url());
    }

    /** Forgets every event there was: watches that want older ones expire. */
    public void forgetEvents() {
        store.compact();
    }

    @Override
    public void close() {
        open = false;
        store.wake();
        controllers.close();
        http.stop(0);
        threads.shutdownNow();
    }

    /** Whoever waits for the file finds it whole. */
    private static void write(String kubeconfig, Path file) {
        var target = file.toAbsolutePath();
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(partial, kubeconfig);
            Files.move(
                    partial,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("write " + target, e);
        }
    }
}
