package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.GateVerdict;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.dabbawala.reconciler.ReconcilerConfig;
import io.dabbawala.reconciler.kafka.message.VerdictMessages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A verdict is acknowledged when the turn that knew of it is over. */
@ApplicationScoped
public class VerdictConsumer {

    private final Inbox inbox;
    private final Applications applications;
    private final String cluster;

    VerdictConsumer(Inbox inbox, Applications applications, ReconcilerConfig config) {
        this.inbox = inbox;
        this.applications = applications;
        this.cluster = config.cluster();
    }

    @Incoming("gate-verdicts")
    @RunOnVirtualThread
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    public void on(ConsumerRecord<String, byte[]> message) {
        switch (inbox.read(message, GateVerdict.class)) {
            case Reading.Event<GateVerdict>(_, var event, var envelope) ->
                    VerdictMessages.read(event)
                            .filter(verdict -> verdict.cluster().equals(cluster))
                            .ifPresent(verdict -> applications.judge(verdict, envelope));
            case Reading.Removed<GateVerdict> _, Reading.Unreadable<GateVerdict> _ -> {}
        }
    }
}
