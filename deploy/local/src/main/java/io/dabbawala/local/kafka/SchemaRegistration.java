package io.dabbawala.local.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.events.Topics;
import io.dabbawala.local.process.Http;
import io.dabbawala.platform.SchemaVersion;
import java.net.URI;
import java.net.http.HttpRequest;
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

    private final URI registry;

    /**
     * @param registry the registry's v3 API, ending in {@code /apis/registry/v3}
     */
    public SchemaRegistration(URI registry) {
        this.registry = registry;
    }

    public void registerAll() {
        Topics.VALUES.forEach(this::register);
        var rule =
                JSON.createObjectNode()
                        .put("ruleType", "COMPATIBILITY")
                        .put("config", "FULL_TRANSITIVE");
        post("/admin/rules", rule);
    }

    void register(String topic, Schema schema) {
        var artifact = JSON.createObjectNode();
        artifact.put("artifactId", topic + "-value").put("artifactType", "AVRO");
        artifact.putObject("firstVersion")
                .put("version", SchemaVersion.of(schema))
                .putObject("content")
                .put("content", schema.toString())
                .put("contentType", "application/json");
        post("/groups/default/artifacts?ifExists=FIND_OR_CREATE_VERSION", artifact);
    }

    private void post(String path, ObjectNode body) {
        var request =
                HttpRequest.newBuilder(URI.create(registry + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        var answer = Http.send(request);
        if (answer.statusCode() >= 300 && answer.statusCode() != CONFLICT) {
            throw new IllegalStateException(
                    "register at %s%s: %d %s"
                            .formatted(registry, path, answer.statusCode(), answer.body()));
        }
    }
}
