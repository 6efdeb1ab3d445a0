package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.Commanded;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Of all commands, sync is the reconciler's. */
@ApplicationScoped
public class CommandConsumer {

    private final Inbox inbox;
    private final Applications applications;

    CommandConsumer(Inbox inbox, Applications applications) {
        this.inbox = inbox;
        this.applications = applications;
    }

    @Incoming("commands")
    @RunOnVirtualThread
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    public void on(ConsumerRecord<String, byte[]> message) {
        switch (inbox.read(message, Commanded.class)) {
            case Reading.Event<Commanded>(_, var event, var envelope) ->
                    CommandMessages.read(envelope.id(), event)
                            .ifPresent(
                                    command ->
                                            applications.command(
                                                    event.getApplication(), command, envelope));
            case Reading.Removed<Commanded> _, Reading.Unreadable<Commanded> _ -> {}
        }
    }
}
