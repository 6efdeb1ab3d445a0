package io.dabbawala.console.timeline;

import io.dabbawala.console.event.Health;
import io.dabbawala.console.event.SyncResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A generation that was synced: since when, and since when it was first seen healthy. */
public record Success(
        long generation,
        String revision,
        String digest,
        Instant syncedAt,
        @Nullable Instant healthyAt) {

    static final Comparator<Success> NEWEST_FIRST =
            Comparator.comparingLong(Success::generation).reversed();

    static Success of(SyncResult result) {
        return new Success(
                result.generation(),
                result.revision(),
                result.digest(),
                result.time(),
                result.health() == Health.HEALTHY ? result.time() : null);
    }

    Success and(Success other) {
        var synced = other.syncedAt.isBefore(syncedAt) ? other.syncedAt : syncedAt;
        return new Success(generation, revision, digest, synced, earlier(healthyAt, other));
    }

    private static @Nullable Instant earlier(@Nullable Instant known, Success other) {
        return Stream.of(
                        known == null ? Instant.MAX : known,
                        other.healthyAt == null ? Instant.MAX : other.healthyAt)
                .min(Instant::compareTo)
                .filter(time -> !time.equals(Instant.MAX))
                .orElse(null);
    }
}
