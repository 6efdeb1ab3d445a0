package io.dabbawala.console;

import io.dabbawala.testkit.LocalKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real broker with the topics, and a database of its own. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        kafka = LocalKafka.start(1);
        return kafka.settings(
                Map.of(
                        "console.database.url",
                        "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                                .formatted(kafka.directory().resolve("console"))));
    }

    @Override
    public void stop() {
        kafka.close();
    }
}
