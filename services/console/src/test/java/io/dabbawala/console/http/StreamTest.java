package io.dabbawala.console.http;

import static io.dabbawala.console.Told.SHOP;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dabbawala.console.Surroundings;
import io.dabbawala.console.Wire;
import io.dabbawala.console.kafka.Records;
import io.dabbawala.events.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class StreamTest {

    @Inject Wire wire;

    @TestHTTPResource("/api/events/stream")
    URI stream;

    @Test
    void a_client_that_comes_back_misses_nothing() throws IOException, InterruptedException {
        // Given
        var first = told("first");
        var second = told("second");
        var cursor =
                given().get("/api/events?limit=1000")
                        .jsonPath()
                        .getString("find { it.id == '%s' }.cursor".formatted(first));

        // When
        try (var client = HttpClient.newHttpClient()) {
            var lines = lines(client, stream, "Last-Event-ID", cursor);

            // Then
            await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains(second)));
            assertThat(lines).noneMatch(line -> line.contains(first));
            assertThat(lines).anyMatch(line -> line.startsWith("id:"));
            client.shutdownNow();
        }
    }

    @Test
    void what_happens_is_told_while_it_happens_and_others_are_not_bothered()
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            // Given
            var here = lines(client, URI.create(stream + "?application=" + SHOP), "X", "y");
            var elsewhere = lines(client, URI.create(stream + "?application=a/b"), "X", "y");

            // When
            var live = told("live");

            // Then
            await().untilAsserted(() -> assertThat(here).anyMatch(line -> line.contains(live)));
            assertThat(elsewhere).noneMatch(line -> line.contains(live));
            client.shutdownNow();
        }
    }

    /** Sends an event and waits until it is in the log. */
    private String told(String seed) {
        var id = wire.send(Topics.DRIFTS, SHOP, Records.drift(), seed);
        await().until(() -> Log.ids().contains(id));
        return id;
    }

    /** What has come so far; returns once the stream is open. */
    private static List<String> lines(HttpClient client, URI uri, String header, String value)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).header(header, value).build();
        var response = client.send(request, BodyHandlers.ofLines());
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        var lines = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual().start(() -> collect(response.body(), lines));
        return lines;
    }

    private static void collect(Stream<String> body, List<String> lines) {
        try (body) {
            body.forEach(lines::add);
        } catch (UncheckedIOException _) {
            // the client went away
        }
    }
}
