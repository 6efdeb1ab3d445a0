package io.dabbawala.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.local.process.Http;
import io.dabbawala.local.step.StepFailed;
import java.net.URI;
import java.util.Optional;

/** Questions to the console's API. */
public record ConsoleApi(URI console) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;

    /** The answer's JSON; empty while the console does not know it. */
    public Optional<JsonNode> get(String path) {
        var answer = Http.get(URI.create(console + "/api" + path));
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the console answered %s with %s".formatted(path, answer.body()), e);
        }
    }

    public Optional<JsonNode> application(String name) {
        return get("/applications/" + name);
    }

    JsonNode why(String application) {
        return known("/applications/" + application + "/why");
    }

    JsonNode delivery(String id) {
        return known("/deliveries/" + id);
    }

    /** The summary of the newest event of that type which mentions that. */
    Optional<String> lastEvent(String application, String type, String mention) {
        Optional<String> last = Optional.empty();
        var page = events(application, 0);
        while (!page.isEmpty()) {
            for (var event : page) {
                var summary = event.path("summary").asText();
                if (event.path("type").asText().equals(type) && summary.contains(mention)) {
                    last = Optional.of(summary);
                }
            }
            page = events(application, page.path(page.size() - 1).path("cursor").asLong());
        }
        return last;
    }

    private JsonNode events(String application, long after) {
        return get("/events?limit=%d&application=%s&after=%d".formatted(PAGE, application, after))
                .orElseGet(JSON::createArrayNode);
    }

    private JsonNode known(String path) {
        return get(path)
                .orElseThrow(
                        () -> new StepFailed("the console to know /api" + path, "it answers 404"));
    }
}
