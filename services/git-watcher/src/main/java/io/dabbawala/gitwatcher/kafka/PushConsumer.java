package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.PushHinted;
import io.dabbawala.gitwatcher.watch.Hint;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hints may be taken in any order: each of them means "look at what is there now". */
@ApplicationScoped
public class PushConsumer {

    private final Inbox inbox;
    private final Looks looks;
    private final ForgeRounds rounds;

    PushConsumer(Inbox inbox, Looks looks, ForgeRounds rounds) {
        this.inbox = inbox;
        this.looks = looks;
        this.rounds = rounds;
    }

    @Incoming("pushes")
    @Blocking(ordered = false)
    @RunOnVirtualThread // a host that hangs keeps no other's hints waiting
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    public void on(ConsumerRecord<String, byte[]> message) {
        switch (inbox.read(message, PushHinted.class)) {
            case Reading.Event<PushHinted>(_, var hint, _) -> take(HintMessages.read(hint));
            case Reading.Removed<PushHinted> _, Reading.Unreadable<PushHinted> _ -> {}
        }
    }

    private void take(Hint hint) {
        rounds.hear(hint);
        looks.look(hint);
    }
}
