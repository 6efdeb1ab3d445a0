package io.dabbawala.gitwatcher.forge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks one forge, and leaves it alone for as long as it says. */
final class ForgeClient {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int BODY = 16 << 20;
    private static final int PAGES = 100;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int REASON = 1_000;

    private record Page(JsonNode body, HttpHeaders headers) {}

    private final Forge forge;
    private final Dialect dialect;
    private final HttpClient http;
    private final Clock clock;
    private volatile Instant until = Instant.MIN;

    ForgeClient(Forge forge, Dialect dialect, HttpClient http, Clock clock) {
        this.forge = forge;
        this.dialect = dialect;
        this.http = http;
        this.clock = clock;
    }

    /** A part of a path or a query, whatever it says. */
    static String part(String text) throws CannotGenerate {
        if (text.matches("\\.*")) {
            throw new CannotGenerate("\"%s\" is no name on a forge".formatted(text));
        }
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Several parts with slashes between them. */
    static String path(String text) throws CannotGenerate {
        var parts = new ArrayList<String>();
        for (var part : text.split("/")) {
            parts.add(part(part));
        }
        return String.join("/", parts);
    }

    /** Makes something; that it is there already is as good. */
    void post(String path, Map<String, ?> body) throws CannotGenerate {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(MAPPER.valueToTree(body).toString()));
        var refusal = send(request, this::refusal);
        if (refusal.isPresent()) {
            throw refused("answers %s to a new %s".formatted(refusal.get(), path));
        }
    }

    private Optional<String> refusal(HttpResponse<InputStream> response) throws IOException {
        var status = response.statusCode();
        var said = new String(response.body().readNBytes(REASON), UTF_8);
        return status == 201 || dialect.isThere(status, said)
                ? Optional.empty()
                : Optional.of(status + " " + said);
    }

    /**
     * The items of all pages of a list.
     *
     * @param path below the API, with a query
     */
    List<JsonNode> all(String path) throws CannotGenerate {
        return list(path).orElseThrow(() -> refused("there is no " + path));
    }

    /** None if the forge has no such list. */
    List<JsonNode> allIfAny(String path) throws CannotGenerate {
        return list(path).orElseGet(List::of);
    }

    private Optional<List<JsonNode>> list(String path) throws CannotGenerate {
        var items = new ArrayList<JsonNode>();
        var paging = dialect.paging();
        var at = paging.first();
        for (int count = 1; count <= PAGES; count++) {
            var page = get("%s&%s=%d".formatted(path, paging.parameter(), at));
            if (page.isEmpty()) {
                return count == 1 ? Optional.empty() : Optional.of(items);
            }
            page.get().body().at(paging.items()).forEach(items::add);
            var next = paging.next().after(at, page.get().body(), page.get().headers());
            if (next.isEmpty()) {
                return Optional.of(items);
            }
            at = next.getAsLong();
        }
        throw refused("%s has more than %d pages".formatted(path, PAGES));
    }

    /** Empty if there is none. */
    Optional<JsonNode> one(String path) throws CannotGenerate {
        return get(path).map(Page::body);
    }

    private Optional<Page> get(String path) throws CannotGenerate {
        return send(request(path), response -> page(path, response));
    }

    private HttpRequest.Builder request(String path) throws CannotGenerate {
        if (clock.instant().isBefore(until)) {
            throw refused("asked to be left alone until " + until);
        }
        var request =
                HttpRequest.newBuilder(URI.create(forge.api() + path))
                        .timeout(DEADLINE)
                        .header("Accept", "application/json")
                        .header("User-Agent", "dabbawala");
        token().map(dialect::authorization)
                .ifPresent(header -> request.header(header.getKey(), header.getValue()));
        return request;
    }

    @FunctionalInterface
    private interface Reading<T> {

        T of(HttpResponse<InputStream> response) throws IOException, CannotGenerate;
    }

    private <T> T send(HttpRequest.Builder request, Reading<T> reading) throws CannotGenerate {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var _ = response.body()) {
                return reading.of(response);
            }
        } catch (IOException e) {
            throw refused("does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("was interrupted");
        }
    }

    private Optional<Page> page(String path, HttpResponse<InputStream> response)
            throws IOException, CannotGenerate {
        var status = response.statusCode();
        if (status == 200) {
            return Optional.of(new Page(read(path, response.body()), response.headers()));
        }
        if (status == 404 || status == 204) {
            return Optional.empty();
        }
        var pause = pause(response);
        if (pause.isPresent()) {
            until = clock.instant().plus(pause.get());
            throw refused("answers %d, come again in %s".formatted(status, pause.get()));
        }
        throw refused("answers %d to %s".formatted(status, path));
    }

    private JsonNode read(String path, InputStream body) throws IOException, CannotGenerate {
        var bytes = body.readNBytes(BODY + 1);
        if (bytes.length > BODY) {
            throw refused("answers more than %d bytes to %s".formatted(BODY, path));
        }
        try {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw refused("answers no JSON to %s: %s".formatted(path, e.getOriginalMessage()));
        }
    }

    /** GitHub says 403 too when it is asked too often. */
    private static Optional<Duration> pause(HttpResponse<?> response) {
        var status = response.statusCode();
        var seconds =
                response.headers()
                        .firstValue("Retry-After")
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        var isBusy = status == 429 || status == 503 || status == 403 && seconds.isPresent();
        var pause = seconds.orElse(USUAL_PAUSE);
        return isBusy
                ? Optional.of(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)
                : Optional.empty();
    }

    private Optional<String> token() throws CannotGenerate {
        var file = forge.tokenFile();
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException _) {
            throw refused("has a token-file that cannot be read: " + file);
        }
    }

    private CannotGenerate refused(String reason) {
        return new CannotGenerate("%s %s: %s".formatted(forge.kind(), forge.api(), reason));
    }
}
