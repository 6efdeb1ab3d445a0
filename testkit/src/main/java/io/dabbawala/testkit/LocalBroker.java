package io.dabbawala.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker (KRaft, broker and controller in one) on loopback, in this JVM or, through
 * {@link #main}, in one of its own. Its data stays in the directory: started there again it goes
 * on.
 */
public final class LocalBroker implements AutoCloseable {

    private static final List<String> SINGLE =
            List.of(
                    "offsets.topic.replication.factor",
                    "transaction.state.log.replication.factor",
                    "transaction.state.log.min.isr",
                    "share.coordinator.state.topic.replication.factor",
                    "share.coordinator.state.topic.min.isr",
                    "share.coordinator.state.topic.num.partitions",
                    "transaction.state.log.num.partitions");

    private final KafkaRaftServer server;
    private final int port;

    private LocalBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts a broker on that port with its data below the directory. */
    public static LocalBroker start(Path directory, int port) {
        var settings = settings(directory, port);
        format(directory, settings);
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        // Kafka finds its own classes through the thread's loader, which in a test is another one.
        thread.setContextClassLoader(LocalBroker.class.getClassLoader());
        try {
            var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            return new LocalBroker(server, port);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    public static LocalBroker start(Path directory) {
        return start(directory, freePort());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** A port nobody listens on now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("find a free port", e);
        }
    }

    private static Properties settings(Path directory, int port) {
        var controller = freePort();
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("log.dirs", directory.resolve("log").toString());
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("message.max.bytes", "6291456");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        SINGLE.forEach(key -> settings.put(key, "1"));
        return settings;
    }

    private static void format(Path directory, Properties settings) {
        if (Files.exists(directory.resolve("log/meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            var file = directory.resolve("server.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            StorageTool.execute(
                    new String[] {
                        "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
                    },
                    System.out);
        } catch (IOException e) {
            throw new UncheckedIOException("prepare the broker's directory " + directory, e);
        }
    }

    /** {@code LocalBroker DIRECTORY PORT}: runs until it is terminated. */
    public static void main(String[] arguments) throws InterruptedException {
        ProgramLog.begin();
        var broker = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        var terminated = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    broker.close();
                                    terminated.countDown();
                                }));
        System.out.println("ready " + broker.bootstrapServers());
        terminated.await();
    }
}
