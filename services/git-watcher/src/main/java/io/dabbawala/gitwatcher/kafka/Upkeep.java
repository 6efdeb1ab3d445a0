package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Keeps the mirrors of the repositories that are ours quick to read, one after the other. */
@ApplicationScoped
public class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class);

    private final Sources sources;
    private final Ownership ownership;
    private final Clock clock;

    Upkeep(Sources sources, Ownership ownership, Clock clock) {
        this.sources = sources;
        this.ownership = ownership;
        this.clock = clock;
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void maintain() {
        sources.all().stream()
                .filter(source -> ownership.owns(source.name()))
                .forEach(this::maintain);
    }

    private void maintain(Source source) {
        try {
            source.repository().maintain(clock.instant());
        } catch (RuntimeException e) { // the mirror is as good as before
            LOG.warnf("mirror not packed: repository=%s reason=%s", source.name(), e.getMessage());
        }
    }
}
