package io.dabbawala.console.kafka;

import io.dabbawala.console.sql.EventLog;
import io.dabbawala.platform.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
public class EventConsumer {

    private final Inbox inbox;
    private final EventLog log;

    EventConsumer(Inbox inbox, EventLog log) {
        this.inbox = inbox;
        this.log = log;
    }

    @Incoming("events")
    @Blocking
    @Retry(maxRetries = -1, delay = 1_000, maxDuration = 0)
    public void on(ConsumerRecord<String, byte[]> message) {
        TopicReader.of(message.topic()).read(inbox, message).ifPresent(log::keep);
    }
}
