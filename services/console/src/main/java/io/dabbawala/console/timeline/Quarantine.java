package io.dabbawala.console.timeline;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a digest was last rolled back, and when a person last lifted its quarantine. */
public record Quarantine(@Nullable Instant since, @Nullable Instant liftedAt) {

    static Quarantine rolledBackAt(Instant time) {
        return new Quarantine(time, null);
    }

    static Quarantine liftedAt(Instant time) {
        return new Quarantine(null, time);
    }

    Quarantine and(Quarantine other) {
        return new Quarantine(latest(since, other.since), latest(liftedAt, other.liftedAt));
    }

    public boolean holds() {
        return since != null && (liftedAt == null || liftedAt.isBefore(since));
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one == null ? Instant.MIN : one, other == null ? Instant.MIN : other)
                .max(Instant::compareTo)
                .filter(time -> !time.equals(Instant.MIN))
                .orElse(null);
    }
}
