package io.dabbawala.compliancegate;

import io.dabbawala.events.Topics;
import io.dabbawala.testkit.LocalBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker with every topic, a signing key, and a state directory of its own. */
public final class LocalPlatform implements QuarkusTestResourceLifecycleManager {

    private static final short REPLICAS = 1;

    private LocalBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            var directory =
                    Files.createTempDirectory(Path.of("target"), "platform").toAbsolutePath();
            broker = LocalBroker.start(directory.resolve("broker"));
            makeTopics(broker.bootstrapServers());
            return Map.of(
                    "kafka.bootstrap.servers", broker.bootstrapServers(),
                    "kafka-streams.state.dir", directory.resolve("streams").toString(),
                    "compliance-gate.signing-key-file", key(directory).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("prepare a directory", e);
        }
    }

    static void makeTopics(String brokers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(
                            Topics.VALUES.keySet().stream()
                                    .map(name -> new NewTopic(name, 2, REPLICAS))
                                    .toList())
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("make topics", e);
        }
    }

    @Override
    public void stop() {
        broker.close();
    }

    private static Path key(Path directory) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
            return Files.writeString(
                    directory.resolve("gate.pem"),
                    "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
