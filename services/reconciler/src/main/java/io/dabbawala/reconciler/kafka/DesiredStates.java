package io.dabbawala.reconciler.kafka;

import io.dabbawala.events.DesiredState;
import io.dabbawala.events.Topics;
import io.dabbawala.platform.Envelope;
import io.dabbawala.platform.Inbox;
import io.dabbawala.platform.Reading;
import io.dabbawala.reconciler.application.Deletion;
import io.dabbawala.reconciler.cluster.Clusters;
import io.dabbawala.reconciler.kafka.memory.Follower;
import io.dabbawala.reconciler.kafka.memory.Tail;
import io.dabbawala.reconciler.kafka.message.DesiredStateMessages;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Reads what is desired, all of it, at every start, and then what comes. */
public final class DesiredStates {

    private static final Logger LOG = Logger.getLogger(DesiredStates.class);

    private final Map<String, Object> broker;
    private final Inbox inbox;
    private final Applications applications;
    private final Clusters clusters;
    private final Neighbours neighbours;
    private final Follower follower = new Follower(Topics.DESIRED_STATES, this::follow);

    public DesiredStates(
            Map<String, Object> broker, Inbox inbox, Applications applications, Clusters clusters) {
        this.broker = Map.copyOf(broker);
        this.inbox = inbox;
        this.applications = applications;
        this.clusters = clusters;
        this.neighbours = new Neighbours(broker, inbox, clusters.own(), applications);
    }

    void start() {
        follower.start();
    }

    /** Ends the reading within a moment. */
    void close() {
        follower.close();
        neighbours.close();
    }

    private void follow() {
        try (var tail = Tail.fromTheBeginning(broker, Topics.DESIRED_STATES)) {
            tail.readToTheEnd(this::on);
            applications.begin();
            LOG.info("all desired states are known");
            while (follower.isOpen()) {
                tail.read(this::on);
            }
        }
    }

    void on(ConsumerRecord<String, byte[]> message) {
        switch (inbox.read(message, DesiredState.class)) {
            case Reading.Event<DesiredState>(_, var event, var envelope) -> {
                var state = DesiredStateMessages.read(event);
                switch (clusters.placeOf(state.destination())) {
                    case HERE -> desired(state, envelope);
                    case NOWHERE -> misplaced(state, envelope);
                    case ELSEWHERE -> {
                        applications.desiredElsewhere(state);
                        neighbours.listen();
                    }
                }
            }
            case Reading.Removed<DesiredState>(var application, _) ->
                    applications.forget(application);
            case Reading.Unreadable<DesiredState> _ -> {}
        }
    }

    private void desired(
            io.dabbawala.reconciler.application.DesiredState state, Envelope envelope) {
        if (state.deletion() == Deletion.ORPHAN) {
            applications.forget(state.application());
        } else if (state.generation() > 0) {
            applications.desire(state, envelope);
        }
    }

    /** It is told that it goes nowhere; once it is withdrawn there is nothing to tell. */
    private void misplaced(
            io.dabbawala.reconciler.application.DesiredState state, Envelope envelope) {
        if (state.deletion() == Deletion.NONE) {
            desired(state, envelope);
        } else {
            applications.forget(state.application());
        }
    }
}
