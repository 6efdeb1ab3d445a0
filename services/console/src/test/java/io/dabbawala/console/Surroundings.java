package io.dabbawala.console;

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

/** A real broker with the topics, and a database of its own. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private LocalBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            var directory = Files.createTempDirectory(Path.of("target"), "surroundings");
            broker = broker(directory.resolve("broker"));
            makeTopics();
            return Map.of(
                    "kafka.bootstrap.servers",
                    broker.bootstrapServers(),
                    "quarkus.log.category.\"state.change.logger\".level",
                    "WARN",
                    "console.database.url",
                    "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                            .formatted(directory.resolve("console").toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException("prepare the surroundings", e);
        }
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

    private void makeTopics() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(
                            Topics.VALUES.keySet().stream()
                                    .map(name -> new NewTopic(name, 1, (short) 1))
                                    .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("make the topics", e);
        }
    }
}
