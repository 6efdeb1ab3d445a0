package io.dabbawala.reconciler.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dabbawala.reconciler.cluster.UnreachableCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests to the API server as bytes, with the client's credentials and its retries. */
final class Api {

    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;
    private static final int UNAUTHORIZED = 401;
    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient http;
    private final String address;

    Api(KubernetesClient client) {
        this.http = client.getHttpClient();
        this.address = client.getMasterUrl().toString().replaceAll("/+$", "");
    }

    Answer get(String path) {
        return answer("GET " + path, request(path).build());
    }

    Answer apply(String path, byte[] body) {
        return answer(
                "PATCH " + path, with("PATCH", path, "application/apply-patch+yaml", body).build());
    }

    Answer merge(String path, byte[] body) {
        return answer(
                "PATCH " + path, with("PATCH", path, "application/merge-patch+json", body).build());
    }

    Answer patch(String path, byte[] operations) {
        return answer(
                "PATCH " + path,
                with("PATCH", path, "application/json-patch+json", operations).build());
    }

    Answer create(String path, byte[] body) {
        return answer("POST " + path, with("POST", path, "application/json", body).build());
    }

    Answer replace(String path, byte[] body) {
        return answer("PUT " + path, with("PUT", path, "application/json", body).build());
    }

    Answer delete(String path, byte[] body) {
        return answer("DELETE " + path, with("DELETE", path, "application/json", body).build());
    }

    /** A response that goes on until the server ends it; the body must be consumed. */
    HttpResponse<AsyncBody> stream(String path, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        if (http.isClosed()) {
            throw new UnreachableCluster("GET " + path, "the client is closed");
        }
        var request = request(path).forStreaming().build();
        return await("GET " + path, http.consumeBytes(request, consumer), PATIENCE_SECONDS);
    }

    /** Waits for it and no longer than this. */
    static <T> T await(String attempt, Future<T> future, long seconds) {
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new UnreachableCluster(attempt, String.valueOf(e.getCause()));
        } catch (TimeoutException _) {
            future.cancel(true);
            throw new UnreachableCluster(attempt, "no answer in %d s".formatted(seconds));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UnreachableCluster(attempt, "interrupted");
        }
    }

    private Answer answer(String attempt, HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, byte[].class);
        var response = await(attempt, sent, PATIENCE_SECONDS);
        var answer = new Answer(response.code(), response.body());
        var isNoAnswer =
                answer.code() == TOO_MANY
                        || answer.code() == UNAUTHORIZED
                        || answer.code() >= SERVER_ERROR && !isAboutTheObject(answer);
        if (isNoAnswer) {
            throw new UnreachableCluster(attempt, answer.code() + " " + answer.message());
        }
        return answer;
    }

    /** An object that does not fit its schema is answered as an error of the server. */
    private static boolean isAboutTheObject(Answer answer) {
        return answer.message().contains("failed to create typed patch object");
    }

    private HttpRequest.Builder request(String path) {
        return http.newHttpRequestBuilder()
                .uri(address + path)
                .header("Accept", "application/json");
    }

    /** As text: a stream is empty when the client tries again after a 429 or a 500. */
    private HttpRequest.Builder with(String method, String path, String type, byte[] body) {
        return request(path).method(method, type, new String(body, UTF_8));
    }
}
