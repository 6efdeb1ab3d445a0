package io.dabbawala.local.traffic;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import io.dabbawala.events.MetricSampled;
import io.dabbawala.events.Track;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/** What one pod saw in one second. */
final class PodSecond {

    private static final double ACCURACY = 0.01;

    private final Track track;
    private final String pod;
    private final DDSketch latencies = DDSketches.unboundedDense(ACCURACY);
    private long total;
    private long failed;

    PodSecond(Track track, String pod) {
        this.track = track;
        this.pod = pod;
    }

    void served(boolean success, double latency) {
        total++;
        failed += success ? 0 : 1;
        latencies.accept(latency);
    }

    MetricSampled sample(String rollout, Instant second) {
        return MetricSampled.newBuilder()
                .setRollout(rollout)
                .setTrack(track)
                .setPod(pod)
                .setMetric("http-requests")
                .setSecond(second)
                .setTotal(total)
                .setFailed(failed)
                .setSketch(sketch())
                .build();
    }

    private ByteBuffer sketch() {
        var bytes = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            latencies.encode(bytes, false);
        } catch (IOException e) {
            throw new UncheckedIOException("write to memory", e);
        }
        return ByteBuffer.wrap(bytes.backingArray(), 0, bytes.numWrittenBytes()).slice();
    }
}
