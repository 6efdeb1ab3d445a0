package io.dabbawala.compliancegate;

import io.dabbawala.testkit.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** A broker with every topic, a signing key, and a state directory of its own. */
public final class LocalPlatform implements QuarkusTestResourceLifecycleManager {

    private LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        kafka = LocalKafka.start(2);
        return kafka.settings(
                Map.of(
                        "kafka-streams.state.dir",
                        kafka.directory().resolve("streams").toString(),
                        "compliance-gate.signing-key-file",
                        key(kafka.directory()).toString()));
    }

    @Override
    public void stop() {
        kafka.close();
    }

    private static Path key(Path directory) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
            return Files.writeString(
                    directory.resolve("gate.pem"),
                    "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        } catch (IOException e) {
            throw new UncheckedIOException("write the signing key", e);
        }
    }
}
