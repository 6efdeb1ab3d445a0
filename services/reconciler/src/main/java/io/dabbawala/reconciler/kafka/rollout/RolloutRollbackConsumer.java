package io.dabbawala.reconciler.kafka.rollout;

import io.dabbawala.events.RollbackIssued;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Traffic leaves a bad revision before the earlier one is declared again. */
@ApplicationScoped
public class RolloutRollbackConsumer {

    private final Inbox inbox;
    private final RolloutLooks looks;

    RolloutRollbackConsumer(Inbox inbox, RolloutLooks looks) {
        this.inbox = inbox;
        this.looks = looks;
    }

    @Incoming("rollbacks")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    public void on(ConsumerRecord<String, byte[]> message) {
        switch (inbox.read(message, RollbackIssued.class)) {
            case Reading.Event<RollbackIssued>(_, var rollback, var envelope) ->
                    looks.rolledBack(rollback.getRollout(), rollback.getTemplate(), envelope);
            case Reading.Removed<RollbackIssued> _, Reading.Unreadable<RollbackIssued> _ -> {}
        }
    }
}
