package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.testkit.LocalBroker;
import io.dabbawala.testkit.twin.TwinApiServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker, and a cluster for the service to act on. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private static final List<String> TOPICS =
            List.of(
                    Topics.DESIRED_STATES,
                    Topics.DECLARATIONS,
                    Topics.DRIFTS,
                    Topics.SYNC_REQUESTS,
                    Topics.GATE_VERDICTS,
                    Topics.SYNC_RESULTS,
                    Topics.ROLLOUT_PROGRESS,
                    Topics.ROLLOUT_VERDICTS,
                    Topics.ROLLBACKS,
                    Topics.COMMANDS,
                    Topics.DEAD_LETTERS);

    private LocalBroker broker;
    private TwinApiServer twin;

    @Override
    public Map<String, String> start() {
        try {
            var directory = Files.createTempDirectory("reconciler");
            broker = LocalBroker.start(directory.resolve("broker"));
            createTopics();
            twin = TwinApiServer.start();
            var kubeconfig = Files.writeString(directory.resolve("kubeconfig"), twin.kubeconfig());
            return Map.of(
                    "kafka.bootstrap.servers",
                    broker.bootstrapServers(),
                    "reconciler.kubeconfig",
                    kubeconfig.toString(),
                    "reconciler.gate-public-key-file",
                    directory.resolve("gate.pem").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var topics =
                    TOPICS.stream()
                            .map(name -> new NewTopic(name, Optional.of(2), Optional.empty()))
                            .toList();
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("create the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics are created", e);
        }
    }

    @Override
    public void stop() {
        twin.close();
        broker.close();
    }
}
