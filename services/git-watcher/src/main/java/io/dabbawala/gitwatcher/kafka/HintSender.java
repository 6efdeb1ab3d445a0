package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.events.Topics;
import io.dabbawala.gitwatcher.watch.Hint;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Outbox;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;

@ApplicationScoped
public class HintSender {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final MutinyEmitter<byte[]> pushes;
    private final Outbox outbox;
    private final Looks looks;

    HintSender(@Channel("pushes-out") MutinyEmitter<byte[]> pushes, Outbox outbox, Looks looks) {
        this.pushes = pushes;
        this.outbox = outbox;
        this.looks = looks;
    }

    /** The same as {@link #send}; what is ours is looked at while the hint is on its way. */
    public void sendAndLook(Hint hint) {
        looks.ahead(hint);
        send(hint);
    }

    /** Returns once Kafka has it; fails if that takes too long for somebody who waits. */
    public void send(Hint hint) {
        var envelope =
                Envelope.root(
                        "git-watcher",
                        "PushHinted",
                        hint.repository(),
                        hint.hintedAt(),
                        hint.source() + "|" + hint.claim().delivery());
        var message =
                outbox.message(
                        Topics.PUSHES, hint.repository(), HintMessages.write(hint), envelope);
        pushes.sendMessage(message).await().atMost(LONGEST_WAIT);
    }
}
