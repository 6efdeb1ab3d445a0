package io.dabbawala.bench.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Does nothing but the writes that are needed, as many at a time as the server likes: nobody can be
 * faster here, now, on this server.
 */
public final class FloorClient {

    private static final int AT_ONCE = 16;
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    /** One object, ready to be sent. */
    public record Write(String path, byte[] json) {

        public static Write of(String manifest) {
            try {
                var object = YAML.readTree(manifest);
                return new Write(pathOf(object), JSON.writeValueAsBytes(object));
            } catch (IOException e) {
                throw new UncheckedIOException("read a manifest", e);
            }
        }
    }

    private final ApiServer server;

    public FloorClient(ApiServer server) {
        this.server = server;
    }

    public void createNamespaces(List<String> names) {
        names.forEach(
                name ->
                        server.apply(
                                "/api/v1/namespaces/" + name,
                                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"%s\"}}"
                                        .formatted(name)
                                        .getBytes(),
                                "bench"));
    }

    /** Sends all of them and returns how long that took. */
    public Duration send(List<Write> writes) {
        var places = new Semaphore(AT_ONCE);
        long from = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    writes.stream()
                            .map(write -> threads.submit(() -> send(write, places)))
                            .toList();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the floor client broke", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private void send(Write write, Semaphore places) {
        places.acquireUninterruptibly();
        try {
            server.apply(write.path(), write.json(), "floor");
        } finally {
            places.release();
        }
    }

    private static String pathOf(JsonNode object) {
        var version = object.path("apiVersion").asText();
        return "%s/namespaces/%s/%ss/%s"
                .formatted(
                        version.contains("/") ? "/apis/" + version : "/api/" + version,
                        object.at("/metadata/namespace").asText(),
                        object.path("kind").asText().toLowerCase(Locale.ROOT),
                        object.at("/metadata/name").asText());
    }
}
