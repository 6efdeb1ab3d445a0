package io.dabbawala.rolloutanalyzer.kafka;

import io.dabbawala.events.MetricSampled;
import io.dabbawala.events.Track;
import io.dabbawala.rolloutanalyzer.judge.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code metric-samples} in our words. Anybody's application writes them, so nothing is believed.
 */
final class SampleMessages {

    /** What the built-in metrics are counted from. */
    static final String REQUESTS = "http-requests";

    static final String CANARY = Track.CANARY.name();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/-]{1,253}");
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Why this cannot be a sample of that rollout; empty if it can. */
    static Optional<String> refusal(String key, MetricSampled event, Instant now) {
        if (!event.getRollout().equals(key)) {
            return Optional.of("its key %s is not its rollout".formatted(key));
        }
        if (!isName(event.getRollout()) || !isName(event.getMetric()) || !isName(event.getPod())) {
            return Optional.of("rollout, metric and pod must match " + NAME);
        }
        return event.getSecond().isBefore(Instant.EPOCH)
                        || event.getSecond().isAfter(now.plus(SKEW))
                ? Optional.of("its second %s is not of this time".formatted(event.getSecond()))
                : Optional.empty();
    }

    static Samples.About about(MetricSampled event) {
        return new Samples.About(
                event.getRollout(),
                event.getMetric(),
                event.getTrack().name(),
                event.getPod(),
                event.getSecond());
    }

    static Bucket bucket(MetricSampled event) {
        return Bucket.of(event.getTotal(), event.getFailed(), sketch(event));
    }

    private static byte[] sketch(MetricSampled event) {
        var buffer = event.getSketch();
        if (buffer == null) {
            return new byte[0];
        }
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private SampleMessages() {}
}
