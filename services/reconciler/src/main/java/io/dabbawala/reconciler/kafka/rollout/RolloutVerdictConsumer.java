package io.dabbawala.reconciler.kafka.rollout;

import io.dabbawala.events.RolloutJudged;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
public class RolloutVerdictConsumer {

    private final Inbox inbox;
    private final RolloutLooks looks;

    RolloutVerdictConsumer(Inbox inbox, RolloutLooks looks) {
        this.inbox = inbox;
        this.looks = looks;
    }

    @Incoming("rollout-verdicts")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    public void on(ConsumerRecord<String, byte[]> message) {
        switch (inbox.read(message, RolloutJudged.class)) {
            case Reading.Event<RolloutJudged>(_, var verdict, var envelope) ->
                    looks.judged(verdict.getRollout(), RolloutMessages.read(verdict), envelope);
            case Reading.Removed<RolloutJudged> _, Reading.Unreadable<RolloutJudged> _ -> {}
        }
    }
}
