package io.dabbawala.testkit.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Talks to an API server as any client does: plain HTTP and JSON. */
record ApiClient(String url, Optional<String> token, HttpClient http) {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String MERGE = "application/merge-patch+json";
    static final String STRATEGIC = "application/strategic-merge-patch+json";
    static final String JSON_PATCH = "application/json-patch+json";
    static final String APPLY = "application/apply-patch+yaml";

    /** What came back. */
    record Answer(int code, JsonNode body) {

        JsonNode at(String pointer) {
            return body.at(pointer);
        }

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        String version() {
            return text("/metadata/resourceVersion");
        }
    }

    Answer get(String path) {
        return send("GET", path, "", "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body, "application/json");
    }

    Answer put(String path, JsonNode body) {
        return send("PUT", path, body.toString(), "application/json");
    }

    Answer patch(String path, String type, String body) {
        return send("PATCH", path, body, type);
    }

    /** Server-side apply. */
    Answer apply(String path, String manager, String body) {
        return send("PATCH", with(path, "fieldManager=" + manager), body, APPLY);
    }

    Answer delete(String path) {
        return send("DELETE", path, "", "");
    }

    Answer delete(String path, String options) {
        return send("DELETE", path, options, "application/json");
    }

    Answer send(String method, String path, String body, String type) {
        var request =
                request(path)
                        .method(method, BodyPublishers.ofString(body))
                        .timeout(Duration.ofSeconds(30));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), read(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + method + " " + path, e);
        }
    }

    WatchReader watch(String path) {
        try {
            var response =
                    http.send(request(with(path, "watch=1")).build(), BodyHandlers.ofInputStream());
            return WatchReader.of(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("watch " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in watch of " + path, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path)).header("User-Agent", "contract/1");
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        return request;
    }

    private static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    static JsonNode read(String body) {
        if (!body.startsWith("{") && !body.startsWith("[")) {
            return new TextNode(body);
        }
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("read " + body, e);
        }
    }
}
