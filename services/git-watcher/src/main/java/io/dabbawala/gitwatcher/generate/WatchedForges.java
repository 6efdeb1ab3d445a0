package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How often the forges an ApplicationSet looks at are asked. */
public final class WatchedForges {

    /** What Argo CD takes where a generator says nothing. */
    private static final long USUAL_SECONDS = 1_800;

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** Empty if the set looks at none. */
    public static Optional<Duration> interval(ApplicationSet set) {
        return set.generators().stream()
                .flatMap(WatchedForges::generators)
                .map(one -> one.path("requeueAfterSeconds").asLong(USUAL_SECONDS))
                .map(Duration::ofSeconds)
                .map(interval -> interval.compareTo(SHORTEST) < 0 ? SHORTEST : interval)
                .min(Duration::compareTo);
    }

    private static Stream<JsonNode> generators(JsonNode entry) {
        var own =
                Stream.of("pullRequest", "scmProvider").map(entry::path).filter(JsonNode::isObject);
        var nested =
                Stream.of("matrix", "merge")
                        .flatMap(nest -> entry.path(nest).path("generators").valueStream())
                        .flatMap(WatchedForges::generators);
        return Stream.concat(own, nested);
    }

    private WatchedForges() {}
}
