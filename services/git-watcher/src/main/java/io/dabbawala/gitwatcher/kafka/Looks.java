package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.repository.Source;
import io.dabbawala.gitwatcher.declare.repository.Sources;
import io.dabbawala.gitwatcher.watch.Hint;
import io.dabbawala.gitwatcher.watch.HostAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * One look after the other per repository. A hint that is older than the last look has been
 * answered by it, so that pushes that come closely one after the other cost one look; a host that
 * does not answer is polled again anyway.
 */
public final class Looks {

    private static final Logger LOG = Logger.getLogger(Looks.class);
    private static final Duration GATHERING = Duration.ofMillis(50);

    private final Sources sources;
    private final Announcer announcer;
    private final Hosts hosts;
    private final Clock clock;
    private final Ownership ownership;
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();
    private final Map<String, Instant> lookedAt = new ConcurrentHashMap<>();

    public Looks(
            Sources sources, Announcer announcer, Hosts hosts, Ownership ownership, Clock clock) {
        this.sources = sources;
        this.announcer = announcer;
        this.hosts = hosts;
        this.ownership = ownership;
        this.clock = clock;
    }

    /**
     * Looks while the hint is still on its way, if the repository is this instance's and is not
     * looked at right now. Whatever goes wrong is left to the hint: it finds no look that answered
     * it.
     */
    void ahead(Hint hint) {
        if (ownership.owns(hint.repository())) {
            Thread.ofVirtual()
                    .name("look " + hint.repository())
                    .start(() -> lookIfNobodyDoes(hint));
        }
    }

    private void lookIfNobodyDoes(Hint hint) {
        var lock = lock(hint);
        if (!lock.tryLock()) {
            return;
        }
        try {
            lookUnlessAnswered(hint);
        } catch (RuntimeException e) { // the hint comes, and is tried until it is answered
            LOG.debugf(e, "look broke: repository=%s", hint.repository());
        } finally {
            lock.unlock();
        }
    }

    void look(Hint hint) {
        var lock = lock(hint);
        lock.lock();
        try {
            lookUnlessAnswered(hint);
        } finally {
            lock.unlock();
        }
    }

    private Lock lock(Hint hint) {
        return locks.computeIfAbsent(hint.repository(), _ -> new ReentrantLock());
    }

    private void lookUnlessAnswered(Hint hint) {
        var last = lookedAt.getOrDefault(hint.repository(), Instant.MIN);
        if (hint.hintedAt().isAfter(last) && ownership.owns(hint.repository())) {
            gather(last);
            sources.named(hint.repository()).ifPresent(this::look);
        }
    }

    /** The first of many pushes is looked for at once; those that follow it closely, together. */
    private void gather(Instant last) {
        var since = last.equals(Instant.MIN) ? GATHERING : Duration.between(last, clock.instant());
        if (since.compareTo(GATHERING) < 0) {
            LockSupport.parkNanos(GATHERING.minus(since).toNanos());
        }
    }

    private void look(Source source) {
        var start = clock.instant();
        switch (source.repository().fetch()) {
            case HostAnswer.Answered(var refs) -> {
                hosts.answered(source.name());
                ownership.whileOwned(
                        source.name(),
                        () -> {
                            announcer.announce(source, refs);
                            lookedAt.put(source.name(), start);
                        });
            }
            case HostAnswer.Unreachable(var reason) -> hosts.failed(source.name(), reason);
        }
    }
}
