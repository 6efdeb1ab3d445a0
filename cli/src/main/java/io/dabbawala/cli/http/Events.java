package io.dabbawala.cli.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;

/** The console's log, which is asked for by cursor only. */
public final class Events {

    private static final int PAGE = 1_000;

    private final ConsoleApi console;
    private final String application;

    /**
     * @param application empty for all
     */
    public Events(ConsoleApi console, String application) {
        this.console = console;
        this.application = application;
    }

    /** Those behind the cursor, oldest first. */
    public JsonNode after(long cursor, int most) {
        var found = ConsoleApi.JSON.createArrayNode();
        long from = cursor;
        while (found.size() < most) {
            var page = page(from, Math.min(PAGE, most - found.size()));
            if (page.isEmpty()) {
                break;
            }
            page.forEach(found::add);
            from = cursorOf(page.get(page.size() - 1));
        }
        return found;
    }

    /** The newest, oldest of them first: looks back in steps that grow until there are enough. */
    public JsonNode newest(int most) {
        long last = lastCursor();
        for (long back = most; ; back *= 8) {
            var found = after(Math.max(0, last - back), Integer.MAX_VALUE);
            if (found.size() >= most || back >= last) {
                return lastOf(found, most);
            }
        }
    }

    /** The cursor of the newest event of all; 0 without any. */
    public long lastCursor() {
        long known = 0;
        long step = 1;
        while (isAnythingAfter(known + step)) {
            known += step;
            step *= 2;
        }
        for (; step > 0; step /= 2) {
            if (isAnythingAfter(known + step - 1)) {
                known += step;
            }
        }
        return known;
    }

    static long cursorOf(JsonNode event) {
        return event.path("cursor").asLong();
    }

    String filter() {
        return application.isEmpty() ? "" : "&application=" + URLEncoder.encode(application, UTF_8);
    }

    private boolean isAnythingAfter(long cursor) {
        return !console.get("/events?limit=1&after=" + cursor).orFail().isEmpty();
    }

    private JsonNode page(long cursor, int limit) {
        return console.get("/events?limit=" + limit + "&after=" + cursor + filter()).orFail();
    }

    private static JsonNode lastOf(JsonNode events, int most) {
        var last = ConsoleApi.JSON.createArrayNode();
        for (int i = Math.max(0, events.size() - most); i < events.size(); i++) {
            last.add(events.get(i));
        }
        return last;
    }
}
