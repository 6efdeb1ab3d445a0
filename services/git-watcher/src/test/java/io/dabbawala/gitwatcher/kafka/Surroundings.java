package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.git.Host;
import io.dabbawala.testkit.LocalBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker and a real repository with one application, for the service to find. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "it's a secret";

    private static final List<String> TOPICS =
            List.of(
                    Topics.PUSHES,
                    Topics.COMMITS,
                    Topics.DECLARATIONS,
                    Topics.DESIRED_STATES,
                    Topics.ROLLBACKS,
                    Topics.DEAD_LETTERS);

    private LocalBroker broker;
    private Host host;

    @Override
    public Map<String, String> start() {
        try {
            var directory = Files.createTempDirectory("git-watcher");
            broker = LocalBroker.start(directory.resolve("broker"));
            createTopics();
            host = Host.in(directory.resolve("host"));
            writeShop();
            var repository = "git-watcher.repositories.shop.";
            return Map.of(
                    "kafka.bootstrap.servers",
                    broker.bootstrapServers(),
                    repository + "url",
                    host.url(),
                    repository + "delivery-path",
                    "delivery",
                    repository + "webhook-secret-file",
                    secretIn(directory).toString(),
                    "git-watcher.data-directory",
                    directory.resolve("mirrors").toString(),
                    "git-watcher.poll-interval",
                    "PT1H",
                    "test.host",
                    directory.resolve("host").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path secretIn(Path directory) throws IOException {
        return Files.writeString(directory.resolve("secret"), SECRET + "\n");
    }

    private void writeShop() {
        host.write(
                "delivery/web.yaml",
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: web}
                spec:
                  source: {repoURL: '%s', targetRevision: main, path: apps/web}
                  destination: {namespace: shop}
                """
                        .formatted(host.url()));
        host.write(
                "apps/web/config.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {answer: '1'}\n");
        host.commit("feat: deliver web");
    }

    private void createTopics() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(
                            TOPICS.stream()
                                    .map(
                                            name ->
                                                    new NewTopic(
                                                            name, Optional.of(2), Optional.empty()))
                                    .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("create the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics are created", e);
        }
    }

    @Override
    public void stop() {
        host.close();
        broker.close();
    }
}
