package io.dabbawala.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.datadoghq.sketch.ddsketch.DDSketches;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import io.dabbawala.events.MetricSampled;
import io.dabbawala.events.Track;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PodSecondTest {

    private static final Instant SECOND = Instant.parse("2026-01-01T00:00:07Z");

    @Test
    void counts_what_was_served_and_what_failed() {
        // Given
        var pod = new PodSecond(Track.CANARY, "checkout-1");
        pod.served(true, 40);
        pod.served(false, 45);
        pod.served(true, 50);

        // When
        var sample = pod.sample("shop/checkout", SECOND);

        // Then
        assertThat(sample.getTotal()).isEqualTo(3);
        assertThat(sample.getFailed()).isEqualTo(1);
        assertThat(sample.getPod()).isEqualTo("checkout-1");
        assertThat(sample.getTrack()).isEqualTo(Track.CANARY);
        assertThat(sample.getRollout()).isEqualTo("shop/checkout");
        assertThat(sample.getSecond()).isEqualTo(SECOND);
    }

    @Test
    void anybody_reads_the_latencies_back_from_the_sketch() throws IOException {
        // Given
        var pod = new PodSecond(Track.PRIMARY, "checkout-primary-1");
        for (int milliseconds = 1; milliseconds <= 100; milliseconds++) {
            pod.served(true, milliseconds);
        }

        // When
        var sketch = DDSketches.unboundedDense(0.01);
        sketch.decodeAndMergeWith(ByteArrayInput.wrap(bytes(pod.sample("shop/checkout", SECOND))));

        // Then
        assertThat(sketch.getCount()).isEqualTo(100);
        assertThat(sketch.getValueAtQuantile(0.99)).isCloseTo(99, within(1.0));
    }

    private static byte[] bytes(MetricSampled sample) {
        var buffer = sample.getSketch().duplicate();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
