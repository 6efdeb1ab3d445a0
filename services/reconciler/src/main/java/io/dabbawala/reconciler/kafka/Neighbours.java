package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.SyncFinished;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.dabbawala.reconciler.kafka.memory.Follower;
import io.dabbawala.reconciler.kafka.memory.Tail;
import io.dabbawala.reconciler.kafka.message.SyncResultMessages;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hears what the reconcilers of other clusters say of their applications. Nothing is read before
 * there is such an application.
 */
final class Neighbours {

    /** Records per partition from which the last word of each application is taken. */
    private static final long RECORDS = 10_000;

    private final Map<String, Object> broker;
    private final Inbox inbox;
    private final String cluster;
    private final Applications applications;
    private final Follower follower = new Follower(Topics.SYNC_RESULTS, this::follow);
    private boolean isStarted;

    Neighbours(Map<String, Object> broker, Inbox inbox, String cluster, Applications applications) {
        this.broker = broker;
        this.inbox = inbox;
        this.cluster = cluster;
        this.applications = applications;
    }

    synchronized void listen() {
        if (!isStarted) {
            isStarted = true;
            follower.start();
        }
    }

    /** Ends the reading within a moment. */
    void close() {
        follower.close();
    }

    private void follow() {
        try (var tail = Tail.ofTheLast(RECORDS, broker, Topics.SYNC_RESULTS)) {
            while (follower.isOpen()) {
                tail.read(this::on);
            }
        }
    }

    private void on(ConsumerRecord<String, byte[]> message) {
        switch (inbox.read(message, SyncFinished.class)) {
            case Reading.Event<SyncFinished>(_, var event, _) -> {
                if (!event.getCluster().equals(cluster)) {
                    applications.finishedElsewhere(
                            event.getApplication(), SyncResultMessages.read(event));
                }
            }
            case Reading.Removed<SyncFinished> _, Reading.Unreadable<SyncFinished> _ -> {}
        }
    }
}
