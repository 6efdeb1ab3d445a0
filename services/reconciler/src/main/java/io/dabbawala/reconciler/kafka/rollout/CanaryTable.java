package io.dabbawala.reconciler.kafka.rollout;

import io.dabbawala.events.Topics;
import io.dabbawala.platform.Inbox;
import io.dabbawala.reconciler.kafka.memory.Follower;
import io.dabbawala.reconciler.kafka.memory.Tail;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Reads the declarations, all of them, at every start, and then what comes. */
@ApplicationScoped
public class CanaryTable {

    private final Map<String, Object> broker;
    private final CanaryReader reader;
    private final RolloutLooks looks;
    private final Follower follower = new Follower(Topics.DECLARATIONS, this::follow);

    CanaryTable(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Inbox inbox,
            RolloutLooks looks) {
        this.broker = Map.copyOf(broker);
        this.reader = new CanaryReader(inbox, looks);
        this.looks = looks;
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    private void follow() {
        try (var tail = Tail.fromTheBeginning(broker, Topics.DECLARATIONS)) {
            tail.readToTheEnd(reader::read);
            looks.complete();
            while (follower.isOpen()) {
                tail.read(reader::read);
            }
        }
    }
}
