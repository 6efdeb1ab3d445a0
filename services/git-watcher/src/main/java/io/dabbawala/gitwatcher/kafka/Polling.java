package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.Source;
import io.dabbawala.gitwatcher.declare.Sources;
import io.dabbawala.gitwatcher.watch.Hint;
import io.dabbawala.gitwatcher.watch.HostAnswer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Asks every host where its refs are. The first time, and when a ref is not where it was recorded,
 * that is a hint.
 */
@ApplicationScoped
public class Polling {

    private static final Logger LOG = Logger.getLogger(Polling.class);

    private final Sources sources;
    private final HintSender hints;
    private final Clock clock;
    private final Set<String> hinted = ConcurrentHashMap.newKeySet();

    Polling(Sources sources, HintSender hints, Clock clock) {
        this.sources = sources;
        this.hints = hints;
        this.clock = clock;
    }

    @Scheduled(
            every = "${git-watcher.poll-interval:PT60S}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void poll() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            sources.all().forEach(source -> threads.execute(() -> poll(source)));
        }
    }

    private void poll(Source source) {
        if (!hinted.contains(source.name()) || hasMoved(source)) {
            try {
                hints.send(Hint.polled(source.name(), clock.instant()));
                hinted.add(source.name());
            } catch (RuntimeException e) { // the next poll sees the same difference
                LOG.warnf("hint not sent: repository=%s reason=%s", source.name(), e.getMessage());
            }
        }
    }

    private static boolean hasMoved(Source source) {
        return switch (source.repository().advertised()) {
            case HostAnswer.Answered(var refs) ->
                    !source.repository().recorded().differencesTo(refs).isEmpty();
            case HostAnswer.Unreachable(var reason) -> {
                LOG.warnf("host not reached: repository=%s reason=%s", source.name(), reason);
                yield false;
            }
        };
    }
}
