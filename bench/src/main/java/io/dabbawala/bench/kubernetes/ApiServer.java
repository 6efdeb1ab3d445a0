package io.dabbawala.bench.kubernetes;

import io.dabbawala.bench.figure.Requests;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Plain requests to an API server. */
public final class ApiServer {

    private static final Pattern COUNTED =
            Pattern.compile("apiserver_request_total\\{([^}]*)} ([0-9.e+]+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final Config config;
    private final HttpClient client;

    public ApiServer(Path kubeconfig) {
        this.config = Config.fromKubeconfig(kubeconfig.toFile());
        try {
            this.client =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .sslContext(SSLUtils.sslContext(config))
                            .connectTimeout(Duration.ofSeconds(5))
                            .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("trust the API server of " + kubeconfig, e);
        }
    }

    /**
     * What was asked for so far, by verb and kind.
     *
     * @param kinds plural names; other kinds are the cluster's own business
     */
    public Requests requests(Stream<String> kinds) {
        var wanted = kinds.toList();
        var counts = new TreeMap<String, Long>();
        for (var line : (Iterable<String>) get("/metrics").lines()::iterator) {
            var counted = COUNTED.matcher(line);
            if (counted.matches()) {
                var labels = labels(counted.group(1));
                var kind = labels.getOrDefault("resource", "");
                var verb = labels.getOrDefault("verb", "");
                if (wanted.contains(kind) && !verb.equals("WATCH")) {
                    counts.merge(
                            verb + " " + kind,
                            (long) Double.parseDouble(counted.group(2)),
                            Long::sum);
                }
            }
        }
        return new Requests(counts);
    }

    public String get(String path) {
        var answer = send(request(path).timeout(Duration.ofSeconds(30)).GET().build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "GET %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /** Server-side apply of a JSON object, as the manager of that name. */
    public void apply(String path, byte[] json, String manager) {
        patch(path + "?fieldManager=" + manager + "&force=true", "apply-patch+yaml", json);
    }

    /** An edit by hand. */
    public void edit(String path, String mergePatch, String manager) {
        patch(path + "?fieldManager=" + manager, "merge-patch+json", mergePatch.getBytes());
    }

    private void patch(String path, String type, byte[] body) {
        var answer =
                send(
                        request(path)
                                .timeout(Duration.ofSeconds(60))
                                .header("Content-Type", "application/" + type)
                                .method("PATCH", BodyPublishers.ofByteArray(body))
                                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "PATCH %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }

    /** The lines of a watch; they end when the thread is interrupted. */
    Stream<String> lines(String path) throws IOException, InterruptedException {
        var answer = client.send(request(path).GET().build(), BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("GET %s: %d".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        var base = config.getMasterUrl().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + config.getAutoOAuthToken());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + request.uri(), e);
        }
    }

    private static TreeMap<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        var each = LABEL.matcher(text);
        while (each.find()) {
            labels.put(each.group(1), each.group(2));
        }
        return labels;
    }
}
