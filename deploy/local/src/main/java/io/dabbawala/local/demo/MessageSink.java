package io.dabbawala.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dabbawala.local.step.StepFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes Slack messages and SMS instead of the providers, and keeps them to be shown. */
public final class MessageSink implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param text what a person would read: the fallback text of a Slack message, the body of an
     *     SMS
     */
    public record Message(String channel, String text) {}

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private MessageSink(HttpServer server) {
        this.server = server;
    }

    public static MessageSink start(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var sink = new MessageSink(HttpServer.create(address, 0));
            sink.server.createContext("/slack", sink::slack);
            sink.server.createContext("/2010-04-01/", sink::sms);
            sink.server.start();
            return sink;
        } catch (IOException e) {
            throw new StepFailed(
                    "the message sink to listen on port " + port, String.valueOf(e.getMessage()));
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Message> messages(String channel) {
        return messages.stream().filter(message -> message.channel().equals(channel)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void slack(HttpExchange exchange) throws IOException {
        var message = JSON.readTree(exchange.getRequestBody());
        messages.add(new Message("slack", message.path("text").asText()));
        answer(exchange, 200, "ok");
    }

    private void sms(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Stream.of(form.split("&"))
                .filter(field -> field.startsWith("Body="))
                .map(field -> URLDecoder.decode(field.substring("Body=".length()), UTF_8))
                .forEach(text -> messages.add(new Message("sms", text)));
        answer(
                exchange,
                201,
                "{\"sid\":\"SM%032d\",\"status\":\"queued\"}".formatted(messages.size()));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var stream = exchange.getResponseBody()) {
            stream.write(bytes);
        }
    }
}
