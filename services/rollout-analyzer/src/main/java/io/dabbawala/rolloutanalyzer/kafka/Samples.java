package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.rolloutanalyzer.judge.Bucket;
import io.dabbawala.rolloutanalyzer.judge.Counts;
import io.dabbawala.rolloutanalyzer.judge.Window;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The buckets of every rollout. A bucket is keyed by what it is about, so the same one twice is one
 * bucket. What is too old for a metric's window is summed up, seconds into minutes, minutes into
 * hours, hours into days: the sum is put before its parts are deleted and is never put twice, so a
 * crash in between counts nothing twice.
 */
final class Samples {

    static final String STORE = "samples";

    /** What a bucket of a pod's second is about. */
    record About(String rollout, String metric, String track, String pod, Instant second) {}

    private enum Level {
        SECOND(1),
        MINUTE(60),
        HOUR(3_600),
        DAY(86_400);

        final long seconds;

        Level(long seconds) {
            this.seconds = seconds;
        }

        long floor(Instant time) {
            return Math.floorDiv(time.getEpochSecond(), seconds) * seconds;
        }
    }

    private static final Duration MINUTES_KEPT = Duration.ofMinutes(61);
    private static final Duration HOURS_KEPT = Duration.ofHours(25);
    private static final Duration DAYS_KEPT = Duration.ofDays(366);
    private static final byte REFUSED = 0;
    private static final byte COUNTED = 1;
    private static final int HEAD = 1 + 2 * Long.BYTES;

    private final KeyValueStore<String, byte[]> store;

    Samples(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Every rollout that there is a bucket of. */
    Set<String> rollouts() {
        var rollouts = new TreeSet<String>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> rollouts.add(entry.key.split("\\|", 2)[0]));
        }
        return rollouts;
    }

    /** False if its minute is already summed up: then it is too late. */
    boolean put(About about, Bucket bucket) {
        var minute =
                key(about.rollout(), Level.MINUTE, Level.MINUTE.floor(about.second()))
                        + about.metric();
        if (store.get(minute + "||") != null) {
            return false;
        }
        var second = key(about.rollout(), Level.SECOND, about.second().getEpochSecond());
        var place = "%s%s|%s|%s".formatted(second, about.metric(), about.track(), about.pod());
        store.put(place, bytes(bucket));
        return true;
    }

    /**
     * The buckets of one track from {@code start} to {@code end}; older ones tell that they were.
     */
    Window window(String rollout, String metric, String track, Instant start, Instant end) {
        var window = new Window(start);
        var from = key(rollout, Level.SECOND, 0);
        try (var all = store.range(from, key(rollout, Level.SECOND, end.getEpochSecond()))) {
            while (all.hasNext()) {
                var next = all.next();
                var parts = next.key.split("\\|", 6);
                if (parts[3].equals(metric) && parts[4].equals(track)) {
                    window.with(
                            Instant.ofEpochSecond(Long.parseLong(parts[2])), bucket(next.value));
                }
            }
        }
        return window;
    }

    /**
     * What both tracks counted since then; a sum that only partly falls into that time is left out.
     */
    Counts counts(String rollout, String metric, Instant since) {
        var sum = Counts.NONE;
        for (var level : Level.values()) {
            var from = key(rollout, level, since.getEpochSecond());
            try (var all = store.range(from, end(rollout, level))) {
                while (all.hasNext()) {
                    var next = all.next();
                    if (next.key.split("\\|", 5)[3].equals(metric)) {
                        sum = sum.plus(counts(next.value));
                    }
                }
            }
        }
        return sum;
    }

    /** Sums up what no window needs in detail any more and forgets what nobody asks for. */
    void age(String rollout, Duration secondsKept, Instant now) {
        sumUp(rollout, Level.SECOND, Level.MINUTE, now.minus(secondsKept));
        sumUp(rollout, Level.MINUTE, Level.HOUR, now.minus(MINUTES_KEPT));
        sumUp(rollout, Level.HOUR, Level.DAY, now.minus(HOURS_KEPT));
        var forgotten = key(rollout, Level.DAY, Level.DAY.floor(now.minus(DAYS_KEPT)));
        keys(key(rollout, Level.DAY, 0), forgotten).forEach(store::delete);
    }

    private void sumUp(String rollout, Level parts, Level sums, Instant before) {
        var from = key(rollout, parts, 0);
        var to = key(rollout, parts, sums.floor(before));
        var done = new ArrayList<String>();
        var totals = new TreeMap<String, Counts>();
        try (var all = store.range(from, to)) {
            while (all.hasNext()) {
                var next = all.next();
                var part = next.key.split("\\|", 5);
                var start = sums.floor(Instant.ofEpochSecond(Long.parseLong(part[2])));
                totals.merge(
                        key(rollout, sums, start) + part[3] + "||",
                        counts(next.value),
                        Counts::plus);
                done.add(next.key);
            }
        }
        totals.forEach(
                (key, counts) ->
                        store.putIfAbsent(key, bytes(new Bucket.Counted(counts, new byte[0]))));
        done.forEach(store::delete);
    }

    private ArrayList<String> keys(String from, String to) {
        var keys = new ArrayList<String>();
        try (var all = store.range(from, to)) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private static String key(String rollout, Level level, long start) {
        return "%s|%d|%012d|".formatted(rollout, level.ordinal(), start);
    }

    private static String end(String rollout, Level level) {
        return "%s|%d|~".formatted(rollout, level.ordinal());
    }

    private static byte[] bytes(Bucket bucket) {
        return switch (bucket) {
            case Bucket.Refused _ -> new byte[] {REFUSED};
            case Bucket.Counted(var counts, var sketch) ->
                    ByteBuffer.allocate(HEAD + sketch.length)
                            .put(COUNTED)
                            .putLong(counts.total())
                            .putLong(counts.failed())
                            .put(sketch)
                            .array();
        };
    }

    private static Bucket bucket(byte[] bytes) {
        if (bytes[0] == REFUSED) {
            return new Bucket.Refused();
        }
        var sketch = new byte[bytes.length - HEAD];
        System.arraycopy(bytes, HEAD, sketch, 0, sketch.length);
        return new Bucket.Counted(counts(bytes), sketch);
    }

    private static Counts counts(byte[] bytes) {
        if (bytes[0] == REFUSED) {
            return Counts.NONE;
        }
        var buffer = ByteBuffer.wrap(bytes, 1, 2 * Long.BYTES);
        return new Counts(buffer.getLong(), buffer.getLong());
    }
}
