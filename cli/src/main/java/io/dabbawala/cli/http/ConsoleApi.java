package io.dabbawala.cli.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dabbawala.cli.answer.CommandFailed;
import io.dabbawala.cli.print.Plain;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Questions and commands to one console. */
public final class ConsoleApi {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES = 3;

    private final URI console;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();

    /**
     * @param console without a path, or with the one it is served under
     */
    public ConsoleApi(URI console) {
        this.console = URI.create(console.toString().replaceAll("/+$", ""));
    }

    /**
     * @param path below {@code /api}
     */
    public Answer get(String path) {
        return answer(sent(request(path).build()));
    }

    /**
     * Sends a command once, however often it must be tried: every try carries the same
     * Idempotency-Key.
     */
    public Answer post(String path, JsonNode body) {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        return answer(sent(request));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(console + "/api" + path)).timeout(PATIENCE);
    }

    HttpClient client() {
        return client;
    }

    CommandFailed away(IOException e) {
        var why =
                e instanceof ConnectException || e.getMessage() == null
                        ? "nobody answers there"
                        : e.getMessage();
        return CommandFailed.unavailable(
                """
                the console at %s cannot be reached: %s.
                       Start the platform with ./dabba up, or say where its console is: --console URL, or DABBA_CONSOLE."""
                        .formatted(console, why));
    }

    private HttpResponse<String> sent(HttpRequest request) {
        for (int tried = 1; ; tried++) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (ConnectException e) {
                throw away(e);
            } catch (IOException e) {
                if (tried == TRIES) {
                    throw away(e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CommandFailed.no("interrupted");
            }
        }
    }

    Answer answer(HttpResponse<String> response) {
        var status = response.statusCode();
        var body = parsed(response);
        return status < 300
                ? new Answer.Said(body)
                : new Answer.Refused(
                        status,
                        Plain.text(body.path("detail").asText("the console answered " + status)));
    }

    private JsonNode parsed(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.contains("json")) {
            throw notAConsole(response.statusCode());
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException _) {
            throw notAConsole(response.statusCode());
        }
    }

    private CommandFailed notAConsole(int status) {
        return CommandFailed.unavailable(
                "%s answers (%d), but not as a Dabbawala console does; see --console and DABBA_CONSOLE"
                        .formatted(console, status));
    }
}
