package io.dabbawala.rolloutanalyzer.judge;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.CollapsingLowestDenseStore;
import com.datadoghq.sketch.ddsketch.store.Store;
import java.io.IOException;
import java.util.Optional;

/**
 * Latencies in milliseconds as a mergeable sketch of bounded size, relative accuracy 1 %. Writers
 * choose how their sketch maps values to bins; ours is what DDSketch for Java does by default.
 */
public final class Latencies {

    private static final double ACCURACY = 0.01;
    private static final double ROUNDING = 1e-6;
    private static final int BINS = 2048;
    private static final IndexMapping MAPPING = new CubicallyInterpolatedMapping(ACCURACY);

    private final DDSketch sketch;

    private Latencies(DDSketch sketch) {
        this.sketch = sketch;
    }

    static Latencies none() {
        return new Latencies(new DDSketch(MAPPING, Latencies::bins));
    }

    /** Empty if these bytes are not such a sketch. */
    static Optional<Latencies> decode(byte[] bytes) {
        try {
            var sketch = DDSketch.decode(ByteArrayInput.wrap(bytes), Latencies::bins);
            return isPlausible(sketch)
                    ? Optional.of(new Latencies(inOurBins(sketch)))
                    : Optional.empty();
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // the library answers nonsense with many kinds of exceptions
        }
    }

    void add(Latencies other) {
        sketch.mergeWith(other.sketch);
    }

    long count() {
        return Math.round(sketch.getCount());
    }

    /** Whole milliseconds, the rest cut off; asks for at least one value. */
    double p99() {
        return Math.floor(sketch.getValueAtQuantile(0.99));
    }

    private static boolean isPlausible(DDSketch sketch) {
        var count = sketch.getCount();
        return sketch.getIndexMapping().relativeAccuracy() <= ACCURACY + ROUNDING
                && Double.isFinite(count)
                && count >= 0
                && (count == 0
                        || sketch.getMinValue() >= 0 && Double.isFinite(sketch.getMaxValue()));
    }

    private static DDSketch inOurBins(DDSketch sketch) {
        return sketch.getIndexMapping().equals(MAPPING)
                ? sketch
                : sketch.convert(MAPPING, Latencies::bins);
    }

    private static Store bins() {
        return new CollapsingLowestDenseStore(BINS);
    }
}
