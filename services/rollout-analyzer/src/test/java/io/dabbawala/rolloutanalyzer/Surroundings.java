package io.dabbawala.rolloutanalyzer;

import io.dabbawala.testkit.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A broker with every topic, and a state directory of its own. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        kafka = LocalKafka.start(2);
        return kafka.settings(
                Map.of("kafka-streams.state.dir", kafka.directory().resolve("streams").toString()));
    }

    @Override
    public void stop() {
        kafka.close();
    }
}
