package io.dabbawala.testkit.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The events of one watch, in the order they came. */
final class WatchReader implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 15;
    private static final JsonNode END = ApiClient.read("{\"type\":\"END\"}");

    private final InputStream in;
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();

    private WatchReader(InputStream in) {
        this.in = in;
    }

    static WatchReader of(InputStream in) {
        var reader = new WatchReader(in);
        Thread.ofVirtual().start(reader::follow);
        return reader;
    }

    private void follow() {
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    events.add(ApiClient.read(line));
                }
            }
        } catch (IOException _) {
            // Closed by the test.
        }
        events.add(END);
    }

    /** The next event, whatever it is. */
    JsonNode next() throws InterruptedException {
        var event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("an event within %d s", PATIENCE_SECONDS).isNotNull();
        return event;
    }

    /** "TYPE name" of the next event. */
    String nextLine() throws InterruptedException {
        var event = next();
        return event.path("type").asText() + " " + event.at("/object/metadata/name").asText();
    }

    /** The next event of this type; others before it are skipped. */
    JsonNode next(String type) throws InterruptedException {
        var event = next();
        while (!event.path("type").asText().equals(type)) {
            assertThat(event).as("the stream goes on until " + type).isNotEqualTo(END);
            event = next();
        }
        return event;
    }

    /** Everything until the server ends the watch. */
    List<String> untilEnd() throws InterruptedException {
        var lines = new ArrayList<String>();
        for (var event = next(); event != END; event = next()) {
            lines.add(
                    event.path("type").asText() + " " + event.at("/object/metadata/name").asText());
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
