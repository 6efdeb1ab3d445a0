package io.dabbawala.rolloutanalyzer.judge;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Sketches as applications send them. */
final class Sketches {

    static byte[] of(double... millis) {
        return of(DDSketches.unboundedDense(0.01), millis);
    }

    static byte[] repeated(int times, double millis) {
        return of(DoubleStream.generate(() -> millis).limit(times).toArray());
    }

    static byte[] of(DDSketch sketch, double... millis) {
        Arrays.stream(millis).forEach(sketch::accept);
        var bytes = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            sketch.encode(bytes, false);
        } catch (IOException e) {
            throw new UncheckedIOException("write to memory", e);
        }
        return Arrays.copyOf(bytes.backingArray(), bytes.numWrittenBytes());
    }

    private Sketches() {}
}
