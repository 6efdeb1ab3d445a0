package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.Announcement;
import io.dabbawala.gitwatcher.watch.CommitSeen;
import io.dabbawala.platform.Envelope;
import java.util.List;

/** Says things on Kafka, and returns once all of them are safe there. */
public interface Voice {

    /** Something to say, and the event it follows from. */
    record Following(Envelope cause, Announcement announcement) {}

    void commits(List<CommitSeen> commits);

    void announcements(List<Following> announcements);
}
