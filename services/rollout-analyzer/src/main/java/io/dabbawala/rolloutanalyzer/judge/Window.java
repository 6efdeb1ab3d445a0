package io.dabbawala.rolloutanalyzer.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The seconds of one metric on one track from {@code start} on. Older ones tell only that there
 * once were samples.
 */
public final class Window {

    private final Instant start;
    private final List<byte[]> sketches = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private long refused;
    private @Nullable Instant newest;

    public Window(Instant start) {
        this.start = start;
    }

    public Window with(Instant second, Bucket bucket) {
        newest = newest == null || second.isAfter(newest) ? second : newest;
        if (!second.isBefore(start)) {
            switch (bucket) {
                case Bucket.Counted(var seen, var sketch) -> {
                    counts = counts.plus(seen);
                    sketches.add(sketch);
                }
                case Bucket.Refused _ -> refused++;
            }
        }
        return this;
    }

    Counts counts() {
        return counts;
    }

    long refused() {
        return refused;
    }

    Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }

    boolean isOlderThanItsStart() {
        return newest().filter(second -> second.isBefore(start)).isPresent();
    }

    Latencies latencies() {
        var all = Latencies.none();
        sketches.stream()
                .filter(sketch -> sketch.length > 0)
                .flatMap(sketch -> Latencies.decode(sketch).stream())
                .forEach(all::add);
        return all;
    }
}
