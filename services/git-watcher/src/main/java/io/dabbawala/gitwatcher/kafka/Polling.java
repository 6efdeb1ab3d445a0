package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.watch.Hint;
import io.dabbawala.gitwatcher.watch.HostAnswer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Asks the host of every repository that is ours where its refs are, when the agenda says so. The
 * first time, and when a ref is not where it was recorded, that is a hint.
 */
@ApplicationScoped
public class Polling {

    private static final Logger LOG = Logger.getLogger(Polling.class);

    private final Sources sources;
    private final HintSender hints;
    private final Hosts hosts;
    private final Ownership ownership;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Polling(Sources sources, HintSender hints, Hosts hosts, Ownership ownership, Clock clock) {
        this.sources = sources;
        this.hints = hints;
        this.hosts = hosts;
        this.ownership = ownership;
        this.clock = clock;
    }

    /** A host that takes long keeps nobody else waiting. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        sources.all().stream()
                .filter(source -> ownership.owns(source.name()) && hosts.take(source.name()))
                .forEach(source -> threads.execute(() -> poll(source)));
    }

    private void poll(Source source) {
        try {
            if (!hosts.isKnown(source.name()) || hasMoved(source)) {
                hints.send(Hint.polled(source.name(), clock.instant()));
                hosts.answered(source.name());
            }
        } catch (RuntimeException e) { // the next poll sees the same difference
            LOG.warnf("hint not sent: repository=%s reason=%s", source.name(), e.getMessage());
            hosts.postpone(source.name());
        }
    }

    private boolean hasMoved(Source source) {
        return switch (source.repository().advertised()) {
            case HostAnswer.Answered(var refs) -> {
                hosts.answered(source.name());
                yield !source.repository().recorded().differencesTo(refs).isEmpty();
            }
            case HostAnswer.Unreachable(var reason) -> {
                hosts.failed(source.name(), reason);
                yield false;
            }
        };
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
