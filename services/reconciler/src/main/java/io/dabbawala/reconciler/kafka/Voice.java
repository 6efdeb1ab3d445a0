package io.dabbawala.reconciler.kafka;

import io.dabbawala.platform.Envelope;
import io.dabbawala.reconciler.sync.SyncEvent;
import java.util.List;

/** Says things on Kafka, in order, and returns once all of them are safe there. */
@FunctionalInterface
public interface Voice {

    /** Something to say, in its envelope. */
    record Saying(SyncEvent event, Envelope envelope) {}

    void say(List<Saying> sayings);
}
