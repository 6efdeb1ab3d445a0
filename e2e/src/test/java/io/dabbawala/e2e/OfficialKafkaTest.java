package io.dabbawala.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The same stories on the image the Kafka project publishes. */
class OfficialKafkaTest extends DeliveryStories {

    @Override
    StoryBroker broker() {
        var obstacle = OfficialKafka.obstacle();
        assumeTrue(
                obstacle.isEmpty(),
                () -> "not on the official Kafka image: " + obstacle.orElseThrow());
        return OfficialKafka.start();
    }
}
