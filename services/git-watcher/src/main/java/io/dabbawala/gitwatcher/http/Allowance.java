package io.dabbawala.gitwatcher.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How often each sender may come. Who was away the longest is forgotten first. */
public final class Allowance {

    /** As many seconds' worth may come at once. */
    private static final int BURST_SECONDS = 5;

    private static final int SENDERS = 10_000;

    private final int perSecond;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > SENDERS;
                }
            };

    public Allowance(int perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.time = new Time(clock);
    }

    /** Nothing if this one is allowed, else how long to wait for the next. */
    Optional<Duration> wait(String sender) {
        var probe = bucket(sender).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String sender) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(sender, _ -> fresh());
        }
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity((long) perSecond * BURST_SECONDS)
                                        .refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private record Time(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
