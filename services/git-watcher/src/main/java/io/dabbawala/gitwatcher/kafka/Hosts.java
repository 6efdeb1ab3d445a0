package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.watch.Agenda;
import java.time.Clock;
import java.util.Map;
import org.jboss.logging.Logger;

/** Which hosts answer. A host that goes away, or comes back, is told once. */
public final class Hosts {

    private static final Logger LOG = Logger.getLogger(Hosts.class);

    private final Agenda agenda;
    private final Clock clock;

    public Hosts(Agenda agenda, Clock clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    boolean take(String repository) {
        return agenda.take(repository, clock.instant());
    }

    void answered(String repository) {
        if (agenda.answered(repository, clock.instant())) {
            LOG.infof("host answers again: repository=%s", repository);
        }
    }

    boolean isKnown(String repository) {
        return agenda.isKnown(repository);
    }

    /** Asked at once, as if for the first time. */
    public void forget(String repository) {
        agenda.forget(repository);
    }

    void postpone(String repository) {
        agenda.postpone(repository, clock.instant());
    }

    /** What is here stays as it is; the agenda says when the host is asked again. */
    void failed(String repository, String reason) {
        if (agenda.failed(repository, reason, clock.instant())) {
            LOG.warnf("host does not answer: repository=%s reason=%s", repository, reason);
        }
    }

    Map<String, String> away() {
        return agenda.away();
    }
}
