package io.dabbawala.gitwatcher.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Which forges an ApplicationSet looks at, and how often they are asked. */
public final class WatchedForges {

    /** What Argo CD takes where a generator says nothing. */
    private static final long USUAL_SECONDS = 1_800;

    private static final String PULL_REQUEST = "pullRequest";
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

    /**
     * Whether it looks at pull requests of a repository of that name. One that a template or a
     * number names may be any.
     */
    public static boolean asksAboutPullRequestsOf(ApplicationSet set, String name) {
        return set.generators().stream()
                .flatMap(entry -> generators(entry, PULL_REQUEST))
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isObject)
                .map(forge -> forge.path(forge.has("repo") ? "repo" : "project").asText())
                .anyMatch(asked -> mayBe(asked, name));
    }

    private static boolean mayBe(String asked, String name) {
        var last = asked.substring(asked.lastIndexOf('/') + 1);
        return asked.contains("{{") || asked.matches("\\d+") || last.equalsIgnoreCase(name);
    }

    private static Stream<JsonNode> generators(JsonNode entry) {
        return Stream.concat(generators(entry, PULL_REQUEST), generators(entry, "scmProvider"));
    }

    private static Stream<JsonNode> generators(JsonNode entry, String kind) {
        var own = Stream.of(entry.path(kind)).filter(JsonNode::isObject);
        var nested =
                Stream.of("matrix", "merge")
                        .flatMap(nest -> entry.path(nest).path("generators").valueStream())
                        .flatMap(one -> generators(one, kind));
        return Stream.concat(own, nested);
    }

    private WatchedForges() {}
}
