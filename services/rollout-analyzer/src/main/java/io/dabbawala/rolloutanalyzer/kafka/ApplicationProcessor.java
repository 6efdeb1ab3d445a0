package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.Commanded;
import io.dabbawala.events.RolloutProgressed;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Reading;
import io.dabbawala.platform.streams.Intake;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Passes commands on to the rollouts of their application. Who wants an application back while
 * nothing of it is being rolled out has the rollback issued here.
 */
final class ApplicationProcessor implements Processor<String, byte[], String, Outgoing> {

    static final String STORE = "applications";

    /** The name, in place of a topic's, of what goes on to the rollouts. */
    static final String ORDERS = "orders";

    private final Intake intake;
    private final StreamOutbox outbox;
    private ProcessorContext<String, Outgoing> context;
    private KeyValueStore<String, Application> applications;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    ApplicationProcessor(Intake intake, StreamOutbox outbox) {
        this.intake = intake;
        this.outbox = outbox;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> initial) {
        this.context = initial;
        this.applications = initial.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (Intake.address(record, context).topic().equals(Topics.COMMANDS)) {
            switch (intake.read(record, context, Commanded.class)) {
                case Reading.Event<Commanded>(var key, var command, var envelope) ->
                        commanded(record, command, of(key), envelope);
                case Reading.Removed<Commanded> _, Reading.Unreadable<Commanded> _ -> {}
            }
        } else {
            switch (intake.read(record, context, RolloutProgressed.class)) {
                case Reading.Event<RolloutProgressed>(var key, var report, _) ->
                        applications.put(key, of(key).reported(ProgressMessages.read(report)));
                case Reading.Removed<RolloutProgressed> _,
                        Reading.Unreadable<RolloutProgressed> _ -> {}
            }
        }
    }

    private void commanded(
            Record<String, byte[]> record,
            Commanded command,
            Application application,
            Envelope envelope) {
        if (CommandMessages.read(command, now()).isEmpty()) {
            return;
        }
        if (!CommandMessages.isRollBack(command)) {
            order(record, application.names());
        } else if (!application.underWay(command).isEmpty()) {
            order(record, application.underWay(command));
        } else if (command.getRevision() != null && !application.isTakenBackAlready(command)) {
            takeBack(record.key(), command, application, envelope);
        }
    }

    private void order(Record<String, byte[]> record, List<String> rollouts) {
        var order = new Outgoing(ORDERS, record.value());
        rollouts.forEach(name -> context.forward(record.withKey(name).withValue(order)));
    }

    private void takeBack(
            String key, Commanded command, Application application, Envelope envelope) {
        context.forward(
                outbox.event(
                        Topics.ROLLBACKS,
                        key,
                        RollbackMessages.write(command, application.lastOf(command), now()),
                        RollbackMessages.envelope(envelope, key, now())));
    }

    private Application of(String key) {
        return Objects.requireNonNullElse(applications.get(key), Application.NONE);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
