package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.Commanded;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.dabbawala.reconciler.kafka.memory.Follower;
import io.dabbawala.reconciler.kafka.memory.Memory;
import io.dabbawala.reconciler.kafka.memory.Tail;
import io.dabbawala.reconciler.kafka.message.CommandMessages;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hears what people command from now on; what they commanded before and nobody answered is
 * remembered. Every instance hears every command: it is for the one whose application is meant.
 */
public final class Commands {

    private final Map<String, Object> broker;
    private final Inbox inbox;
    private final Applications applications;
    private final Memory memory;
    private final Follower follower = new Follower(Topics.COMMANDS, this::follow);

    public Commands(
            Map<String, Object> broker, Inbox inbox, Applications applications, String cluster) {
        this.broker = Map.copyOf(broker);
        this.inbox = inbox;
        this.applications = applications;
        this.memory = new Memory(broker, inbox, cluster);
    }

    void start() {
        follower.start();
    }

    /** Ends the reading within a moment. */
    void close() {
        follower.close();
    }

    private void follow() {
        try (var tail = Tail.ofTheLast(0, broker, Topics.COMMANDS)) {
            if (!applications.remember(memory::read)) {
                applications.renew(); // what came until now is remembered, not heard
            }
            while (follower.isOpen()) {
                tail.read(this::on);
            }
        }
    }

    private void on(ConsumerRecord<String, byte[]> message) {
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
