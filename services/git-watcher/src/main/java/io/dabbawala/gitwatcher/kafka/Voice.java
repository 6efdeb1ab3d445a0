package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.ledger.Announcement;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.platform.Envelope;
import java.util.List;

/** Says things on Kafka, and returns once all of them are safe there. */
public interface Voice {

    /** Something to say, and the event it follows from. */
    record Following(Envelope cause, Announcement announcement) {}

    /** In no order: who was interrupted says all of it again. */
    void say(List<CommitSeen> commits, List<Following> announcements);
}
