package io.dabbawala.console.kafka;

import io.dabbawala.console.sql.EventLog;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.EventCodec;
import io.dabbawala.platform.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

@ApplicationScoped
public class EventConsumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    private final Inbox inbox;
    private final Inbox inboxOfDeadLetters;
    private final EventLog log;

    EventConsumer(Inbox inbox, EventCodec codec, EventLog log) {
        this.inbox = inbox;
        this.inboxOfDeadLetters = withoutDeadLetters(codec);
        this.log = log;
    }

    @Incoming("events")
    @Blocking
    @Retry(maxRetries = -1, delay = 1_000, maxDuration = 0)
    public void on(ConsumerRecord<String, byte[]> message) {
        TopicReader.of(message.topic())
                .read(inboxOf(message.topic()), message)
                .ifPresent(log::keep);
    }

    private Inbox inboxOf(String topic) {
        return topic.equals(Topics.DEAD_LETTERS) ? inboxOfDeadLetters : inbox;
    }

    /** A dead letter that nobody can read would come back as one more of them, for ever. */
    private static Inbox withoutDeadLetters(EventCodec codec) {
        return new Inbox(
                codec,
                (address, _, _, _, reason) ->
                        LOG.warnf("dead letter not read: record=%s reason=%s", address, reason));
    }
}
