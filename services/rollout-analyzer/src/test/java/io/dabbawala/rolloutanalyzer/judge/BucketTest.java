package io.dabbawala.rolloutanalyzer.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.datadoghq.sketch.ddsketch.DDSketches;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final byte[] NONE = new byte[0];

    @Test
    void counts_that_can_be_true_are_kept() {
        assertThat(Bucket.of(10, 10, NONE)).isInstanceOf(Bucket.Counted.class);
        assertThat(Bucket.of(0, 0, NONE)).isInstanceOf(Bucket.Counted.class);
    }

    @Test
    void counts_that_cannot_be_true_are_refused() {
        assertThat(Bucket.of(10, 11, NONE)).isEqualTo(new Bucket.Refused());
        assertThat(Bucket.of(10, -1, NONE)).isEqualTo(new Bucket.Refused());
        assertThat(Bucket.of(-1, -1, NONE)).isEqualTo(new Bucket.Refused());
        assertThat(Bucket.of(Bucket.MOST_REQUESTS + 1, 0, NONE)).isEqualTo(new Bucket.Refused());
    }

    @Test
    void a_sketch_of_as_many_values_as_requests_is_kept_and_of_more_is_refused() {
        assertThat(Bucket.of(3, 0, Sketches.of(1, 2, 3))).isInstanceOf(Bucket.Counted.class);
        assertThat(Bucket.of(2, 0, Sketches.of(1, 2, 3))).isEqualTo(new Bucket.Refused());
    }

    @Test
    void a_sketch_of_any_mapping_of_one_per_cent_is_read() {
        for (var sketch :
                new com.datadoghq.sketch.ddsketch.DDSketch[] {
                    DDSketches.unboundedDense(0.01),
                    DDSketches.logarithmicUnboundedDense(0.01),
                    DDSketches.collapsingLowestDense(0.01, 2048)
                }) {
            var latencies = Latencies.decode(Sketches.of(sketch, 100, 400, 400)).orElseThrow();

            assertThat(latencies.count()).isEqualTo(3);
            assertThat(latencies.p99()).isBetween(388.0, 412.0);
        }
    }

    @Test
    void a_coarser_sketch_is_refused() {
        assertThat(Latencies.decode(Sketches.of(DDSketches.unboundedDense(0.02), 100))).isEmpty();
    }

    @Test
    void negative_latencies_and_nonsense_are_refused() {
        assertThat(Bucket.of(9, 0, Sketches.of(-1))).isEqualTo(new Bucket.Refused());
        assertThat(Bucket.of(9, 0, "nonsense".getBytes())).isEqualTo(new Bucket.Refused());
        assertThat(Bucket.of(9, 0, new byte[Bucket.LARGEST_SKETCH + 1]))
                .isEqualTo(new Bucket.Refused());
    }

    @Test
    void whatever_happens_to_its_bytes_a_sketch_is_read_or_refused() {
        var random = new Random(7);
        var good = Sketches.of(1, 20, 300, 4000);
        for (int i = 0; i < 10_000; i++) {
            var bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();

            var bucket = Bucket.of(100, 0, bytes);

            if (bucket instanceof Bucket.Counted(_, var sketch)) {
                var latencies = Latencies.none();
                latencies.add(Latencies.decode(sketch).orElseThrow());
                assertThat(latencies.count()).isBetween(0L, 100L);
            }
        }
    }
}
