package io.dabbawala.gitwatcher.kafka;

import io.dabbawala.gitwatcher.declare.Source;
import io.dabbawala.gitwatcher.declare.Sources;
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

/**
 * One look after the other per repository. A hint that is older than the last look has been
 * answered by it, so that pushes that come closely one after the other cost one look; a host that
 * does not answer is polled again anyway.
 */
public final class Looks {

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

    void look(Hint hint) {
        var lock = locks.computeIfAbsent(hint.repository(), _ -> new ReentrantLock());
        lock.lock();
        try {
            var last = lookedAt.getOrDefault(hint.repository(), Instant.MIN);
            if (hint.hintedAt().isAfter(last) && ownership.owns(hint.repository())) {
                gather(last);
                sources.named(hint.repository()).ifPresent(this::look);
            }
        } finally {
            lock.unlock();
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
