package io.dabbawala.console.kafka;

import io.dabbawala.console.command.Command;
import io.dabbawala.console.command.Dispatch;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Outbox;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Channel;

@ApplicationScoped
public class KafkaDispatch implements Dispatch {

    private final MutinyEmitter<byte[]> emitter;
    private final Outbox outbox;

    KafkaDispatch(@Channel("commands-out") MutinyEmitter<byte[]> emitter, Outbox outbox) {
        this.emitter = emitter;
        this.outbox = outbox;
    }

    @Override
    public String send(Command command, String seed, Instant at) {
        var envelope =
                Envelope.root("console", "Commanded", command.application(), at, seed)
                        .within(command.target().delivery());
        emitter.sendMessageAndAwait(
                outbox.message(
                        Topics.COMMANDS,
                        command.application(),
                        PeopleMessages.write(command, at),
                        envelope));
        return envelope.id();
    }
}
