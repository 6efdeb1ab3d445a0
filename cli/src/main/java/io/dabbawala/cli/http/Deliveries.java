package io.dabbawala.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dabbawala.cli.answer.CommandFailed;
import java.util.List;
import java.util.stream.StreamSupport;

/** The deliveries of the console. */
public final class Deliveries {

    private static final int MOST = 1_000;
    private static final int FULL_ID = 36;

    private final ConsoleApi console;

    public Deliveries(ConsoleApi console) {
        this.console = console;
    }

    /**
     * @param application the full name; empty for all
     */
    public JsonNode newest(String application, int limit) {
        var filter = application.isEmpty() ? "" : "&application=" + application;
        return console.get("/deliveries?limit=" + limit + filter).orFail();
    }

    /** One with its story. */
    public JsonNode get(String id) {
        return console.get("/deliveries/" + id).orFail();
    }

    /** The id that begins like this, among the newest. */
    public String named(String written) {
        if (!written.matches("[0-9a-f-]{1,36}")) {
            throw CommandFailed.input(
                    "%s is not the id of a delivery; dabba app history APPLICATION lists them"
                            .formatted(written));
        }
        if (written.length() == FULL_ID) {
            return written;
        }
        var meant = among(newest("", MOST), written);
        return switch (meant.size()) {
            case 1 -> meant.getFirst();
            case 0 ->
                    throw CommandFailed.input(
                            "no delivery begins with %s; dabba app history APPLICATION lists them"
                                    .formatted(written));
            default ->
                    throw CommandFailed.input(
                            "%d deliveries begin with %s; write more of it"
                                    .formatted(meant.size(), written));
        };
    }

    private static List<String> among(JsonNode deliveries, String written) {
        return StreamSupport.stream(deliveries.spliterator(), false)
                .map(delivery -> delivery.path("delivery").asText())
                .filter(id -> id.startsWith(written))
                .toList();
    }
}
