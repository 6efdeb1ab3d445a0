package io.dabbawala.local.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.events.Topics;
import io.dabbawala.local.process.Http;
import io.dabbawala.platform.SchemaVersion;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.apache.avro.Schema;

/**
 * Registers the schema of every topic as {@code <topic>-value} and lets the registry refuse what
 * older readers could not read, or older writers not write (FULL_TRANSITIVE). Doing it twice
 * changes nothing.
 */
public final class SchemaRegistration {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONFLICT = 409;
    private static final int ATTEMPTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final URI registry;

    /**
     * @param registry the registry's v3 API, ending in {@code /apis/registry/v3}
     */
    public SchemaRegistration(URI registry) {
        this.registry = registry;
    }

    /**
     * @throws IllegalStateException with the artifact and the registry's words when it refuses one
     * @throws java.io.UncheckedIOException when the registry is away
     */
    public void registerAll() {
        Topics.VALUES.forEach(this::register);
        var rule =
                JSON.createObjectNode()
                        .put("ruleType", "COMPATIBILITY")
                        .put("config", "FULL_TRANSITIVE");
        var answer = post("/admin/rules", rule);
        if (answer.statusCode() != CONFLICT) { // there is one already
            accepted("the compatibility rule", answer);
        }
    }

    void register(String topic, Schema schema) {
        var artifact = JSON.createObjectNode();
        artifact.put("artifactId", topic + "-value").put("artifactType", "AVRO");
        artifact.putObject("firstVersion")
                .put("version", SchemaVersion.of(schema))
                .putObject("content")
                .put("content", schema.toString())
                .put("contentType", "application/json");
        accepted(
                topic + "-value",
                post("/groups/default/artifacts?ifExists=FIND_OR_CREATE_VERSION", artifact));
    }

    /** A registry that has just started may lose a request; asked twice it answers the same. */
    private HttpResponse<String> post(String path, ObjectNode body) {
        var request =
                HttpRequest.newBuilder(URI.create(registry + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return Http.send(request);
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof HttpTimeoutException)) {
                    throw e;
                }
            }
        }
        return Http.send(request);
    }

    private void accepted(String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    "the registry at %s refuses %s: %d %s"
                            .formatted(registry, what, answer.statusCode(), answer.body()));
        }
    }
}
