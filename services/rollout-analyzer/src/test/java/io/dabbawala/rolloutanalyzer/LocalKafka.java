package io.dabbawala.rolloutanalyzer;

import io.dabbawala.events.Topics;
import io.dabbawala.testkit.LocalBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker with every topic, and a state directory of its own. */
public final class LocalKafka implements QuarkusTestResourceLifecycleManager {

    private LocalBroker broker;

    @Override
    public Map<String, String> start() {
        var directory = directory();
        broker = broker(directory.resolve("broker"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(
                            Topics.VALUES.keySet().stream()
                                    .map(name -> new NewTopic(name, 2, (short) 1))
                                    .toList())
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("make topics", e);
        }
        return Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "kafka-streams.state.dir",
                directory.resolve("streams").toString(),
                "quarkus.log.category.\"kafka\".level",
                "WARN",
                "quarkus.log.category.\"state.change.logger\".level",
                "WARN");
    }

    @Override
    public void stop() {
        broker.close();
    }

    /** Kafka finds some of its classes by the loader of the thread, which is that of Quarkus. */
    private static LocalBroker broker(Path directory) {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(LocalBroker.class.getClassLoader());
        try {
            return LocalBroker.start(directory);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "kafka").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("make a directory for the broker", e);
        }
    }
}
