package io.dabbawala.bench.figure;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Durations of the same thing, done several times. */
public record Samples(List<Duration> sorted) {

    public Samples {
        sorted = sorted.stream().sorted().toList();
    }

    public static Samples of(Collection<Duration> durations) {
        return new Samples(List.copyOf(durations));
    }

    /**
     * The smallest duration that at least this share of all does not exceed (nearest rank).
     *
     * @param share above 0, at most 1
     */
    public Duration quantile(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    public Duration longest() {
        return sorted.getLast();
    }
}
