package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.RollbackIssued;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
public class RollbackConsumer {

    private final Inbox inbox;
    private final Announcer announcer;
    private final RevertRequests reverts;

    RollbackConsumer(Inbox inbox, Announcer announcer, RevertRequests reverts) {
        this.inbox = inbox;
        this.announcer = announcer;
        this.reverts = reverts;
    }

    @Incoming("rollbacks")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    public void on(ConsumerRecord<String, byte[]> message) {
        switch (inbox.read(message, RollbackIssued.class)) {
            case Reading.Event<RollbackIssued>(_, var event, var envelope) -> {
                var rollback = RollbackMessages.read(event);
                announcer.rollBack(rollback, envelope);
                announcer.revert(rollback).ifPresent(reverts::offer);
            }
            case Reading.Removed<RollbackIssued> _, Reading.Unreadable<RollbackIssued> _ -> {}
        }
    }
}
