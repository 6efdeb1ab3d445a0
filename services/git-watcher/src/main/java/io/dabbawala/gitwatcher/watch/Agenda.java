package io.dabbawala.gitwatcher.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * When the host of each repository is asked next: at once for the first time, then every interval,
 * and after a failure sooner, but later and later up to the interval. One host that is away changes
 * nothing for the others.
 */
public final class Agenda {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 20;

    private record Entry(Instant due, int failures, String reason) {}

    private final Duration interval;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    public Agenda(Duration interval) {
        this.interval = interval;
    }

    /** Whether it is time to ask; who is told so once is not told again before he reports. */
    public synchronized boolean take(String repository, Instant now) {
        var entry = entries.getOrDefault(repository, new Entry(Instant.MIN, 0, ""));
        if (now.isBefore(entry.due())) {
            return false;
        }
        entries.put(repository, new Entry(Instant.MAX, entry.failures(), entry.reason()));
        return true;
    }

    /** Returns whether the host had been away. */
    public synchronized boolean answered(String repository, Instant now) {
        known.add(repository);
        var before = entries.put(repository, new Entry(now.plus(interval), 0, ""));
        return before != null && before.failures() > 0;
    }

    /** Returns whether this is news. */
    public synchronized boolean failed(String repository, String reason, Instant now) {
        var before = entries.getOrDefault(repository, new Entry(now, 0, ""));
        var doublings = Math.min(before.failures(), DOUBLINGS);
        var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        var wait = pause.compareTo(interval) < 0 ? pause : interval;
        entries.put(repository, new Entry(now.plus(wait), before.failures() + 1, reason));
        return before.failures() == 0;
    }

    /** Asks again soon, for a reason that is not the host's. */
    public synchronized void postpone(String repository, Instant now) {
        entries.computeIfPresent(
                repository,
                (_, entry) -> new Entry(now.plus(FIRST_PAUSE), entry.failures(), entry.reason()));
    }

    /** Of each repository whose host does not answer, why. */
    public synchronized Map<String, String> away() {
        var away = new TreeMap<String, String>();
        entries.forEach(
                (repository, entry) -> {
                    if (entry.failures() > 0) {
                        away.put(repository, entry.reason());
                    }
                });
        return away;
    }

    /** Whether its host answered since it was forgotten last, or ever. */
    public synchronized boolean isKnown(String repository) {
        return known.contains(repository);
    }

    /** Asks again at once, as if it was never asked. */
    public synchronized void forget(String repository) {
        entries.remove(repository);
        known.remove(repository);
    }
}
