package io.dabbawala.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.terminal.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Events as they happen. A cut stream is taken up again behind the last event that arrived
 * (Last-Event-ID), for as long as it takes.
 */
public final class EventStream {

    /** Times the first wait. */
    private static final int LONGEST = 10;

    private final ConsoleApi console;
    private final Events events;
    private final Consumer<String> notes;
    private long last;
    private Duration wait = Duration.ofSeconds(1);

    /**
     * @param after the cursor behind which it begins
     * @param notes hears when the console goes away and comes back
     */
    public EventStream(ConsoleApi console, Events events, long after, Consumer<String> notes) {
        this.console = console;
        this.events = events;
        this.last = after;
        this.notes = notes;
    }

    /** Runs until {@code wanted} says that an event was the last one it wants. */
    public void follow(Predicate<JsonNode> wanted) {
        console.get("/events?limit=1&after=" + last)
                .orFail(); // before that there is nothing to cut
        int failed = 0;
        while (true) {
            try (var lines = open()) {
                if (failed > 0) {
                    notes.accept("the console is back; nothing was missed");
                    failed = 0;
                }
                if (isEnough(lines.iterator(), wanted)) {
                    return;
                }
            } catch (UncheckedIOException | IOException _) {
                // cut: taken up below
            }
            if (failed == 0) {
                notes.accept("the console went away; waiting for it");
            }
            failed = Math.min(failed + 1, LONGEST);
            Pause.of(wait.multipliedBy(failed));
        }
    }

    private Stream<String> open() throws IOException {
        var request =
                HttpRequest.newBuilder(
                                console.request("/events/stream?after=" + last + events.filter())
                                        .build()
                                        .uri())
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", Long.toString(last))
                        .build();
        try {
            var response = console.client().send(request, HttpResponse.BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                response.body().close();
                throw new IOException("the stream answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.no("interrupted");
        }
    }

    private boolean isEnough(Iterator<String> lines, Predicate<JsonNode> wanted) {
        var message = new ServerSentEvent();
        while (lines.hasNext()) {
            if (message.isCompleteAfter(lines.next())) {
                message.retry().ifPresent(asked -> wait = asked);
                if (!message.data().isEmpty() && !isWanted(message, wanted)) {
                    return true;
                }
                message = new ServerSentEvent();
            }
        }
        return false;
    }

    /** What was seen before the stream was cut is not shown again. */
    private boolean isWanted(ServerSentEvent message, Predicate<JsonNode> wanted) {
        var event = parsed(message.data());
        var cursor = message.id().orElseGet(() -> Events.cursorOf(event));
        if (cursor <= last) {
            return true;
        }
        last = cursor;
        return wanted.test(event);
    }

    private static JsonNode parsed(String data) {
        try {
            return ConsoleApi.JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw CommandFailed.internal("the console sent an event that is not JSON: " + data);
        }
    }
}
