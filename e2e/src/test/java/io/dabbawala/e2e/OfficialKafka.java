package io.dabbawala.e2e;

import io.dabbawala.local.kafka.BrokerChoice;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The image the Kafka project publishes, where a Docker engine answers. */
final class OfficialKafka implements StoryBroker {

    private static final String IMAGE = "apache/kafka:4.1.1";

    private final KafkaContainer container;

    private OfficialKafka(KafkaContainer container) {
        this.container = container;
    }

    static OfficialKafka start() {
        var container =
                new KafkaContainer(IMAGE)
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_MESSAGE_MAX_BYTES", "6291456");
        container.start();
        return new OfficialKafka(container);
    }

    /** Why it cannot be used here; empty when it can. */
    static Optional<String> obstacle() {
        if (!Boolean.getBoolean("dabbawala.containers")) {
            return Optional.of("it is asked for by ./dabba test --containers");
        }
        return DockerClientFactory.instance().isDockerAvailable()
                ? Optional.empty()
                : Optional.of("no Docker engine answers here");
    }

    @Override
    public BrokerChoice choice() {
        return new BrokerChoice.Existing(container.getBootstrapServers());
    }

    @Override
    public void close() {
        container.stop();
    }
}
