package io.dabbawala.rolloutanalyzer.judge;

/** What one pod saw in one second. */
public sealed interface Bucket {

    /**
     * @param sketch latencies as they came, empty if none did
     */
    record Counted(Counts counts, byte[] sketch) implements Bucket {}

    /** The second happened, but what was said about it cannot be true. */
    record Refused() implements Bucket {}

    int LARGEST_SKETCH = 64 << 10;
    long MOST_REQUESTS = 1_000_000_000L;

    static Bucket of(long total, long failed, byte[] sketch) {
        var isPossible = failed >= 0 && failed <= total && total <= MOST_REQUESTS;
        return isPossible && isSketchOf(total, sketch)
                ? new Counted(new Counts(total, failed), sketch)
                : new Refused();
    }

    private static boolean isSketchOf(long total, byte[] sketch) {
        return sketch.length == 0
                || sketch.length <= LARGEST_SKETCH
                        && Latencies.decode(sketch).filter(it -> it.count() <= total).isPresent();
    }
}
