package io.dabbawala.testkit.twin.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.dabbawala.testkit.twin.api.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What goes back to the client. */
sealed interface Answer {

    ObjectMapper JSON = new ObjectMapper();

    record Json(int code, JsonNode body) implements Answer {}

    record Text(int code, String body) implements Answer {}

    /** Events until the client goes or the time is up. */
    record Stream(WatchStream events) implements Answer {}

    static Answer ok(JsonNode body) {
        return new Json(200, body);
    }

    static Answer created(JsonNode body) {
        return new Json(201, body);
    }

    static Answer refused(Refusal refusal) {
        return new Json(refusal.code(), refusal.status());
    }

    static void send(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Json(var code, var body) ->
                    send(exchange, code, "application/json", JSON.writeValueAsBytes(body));
            case Text(var code, var body) ->
                    send(
                            exchange,
                            code,
                            "text/plain; charset=utf-8",
                            body.getBytes(StandardCharsets.UTF_8));
            case Stream(var events) -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 0);
                events.writeTo(exchange.getResponseBody());
            }
        }
    }

    private static void send(HttpExchange exchange, int code, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        var head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(code, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
