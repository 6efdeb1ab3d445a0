package io.dabbawala.testkit;

import io.dabbawala.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What a service is tested in: a broker with every topic, and a directory of its own. */
public final class LocalKafka implements AutoCloseable {

    private static final short REPLICAS = 1;

    private final Path directory;
    private final LocalBroker broker;

    private LocalKafka(Path directory) {
        this.directory = directory;
        this.broker = LocalBroker.start(directory.resolve("broker"));
    }

    /** With so many partitions in each topic; the directory is in the module's {@code target}. */
    public static LocalKafka start(int partitions) {
        try {
            var target = Files.createDirectories(Path.of("target"));
            var kafka = new LocalKafka(Files.createTempDirectory(target, "kafka").toAbsolutePath());
            kafka.makeTopics(partitions);
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException("make a directory for the broker", e);
        }
    }

    public Path directory() {
        return directory;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** What a service is to be told to find the broker, and what else it is told. */
    public Map<String, String> settings(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("kafka.bootstrap.servers", bootstrapServers());
        settings.put("quarkus.log.category.\"state.change.logger\".level", "WARN");
        return settings;
    }

    @Override
    public void close() {
        broker.close();
    }

    private void makeTopics(int partitions) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            var topics =
                    Topics.VALUES.keySet().stream()
                            .map(name -> new NewTopic(name, partitions, REPLICAS))
                            .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("make the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making the topics", e);
        }
    }
}
