package io.dabbawala.notifier.http;

import io.dabbawala.notifier.send.Attempt;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts to where the egress guard allows, a few at a time to each host. */
public final class HttpClient {

    private static final int AT_ONCE_PER_HOST = 8;
    private static final int LONGEST_HEADERS = 32 << 10;

    private final io.vertx.core.http.HttpClient client;
    private final EgressGuard guard;
    private final Duration timeout;
    private final Clock clock;
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    /**
     * @param timeout for one exchange, from the first packet to the status
     */
    public HttpClient(Vertx vertx, EgressGuard guard, Duration timeout, Clock clock) {
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setKeepAlive(false)
                                .setDecompressionSupported(false)
                                .setMaxHeaderSize(LONGEST_HEADERS)
                                .setMaxRedirects(0)
                                .setMaxPoolSize(AT_ONCE_PER_HOST)
                                .setConnectTimeout((int) timeout.toMillis()));
        this.guard = guard;
        this.timeout = timeout;
        this.clock = clock;
    }

    Attempt send(Post post) {
        var host = hosts.computeIfAbsent(post.host(), _ -> new Semaphore(AT_ONCE_PER_HOST, true));
        host.acquireUninterruptibly();
        try {
            return switch (guard.check(post.uri())) {
                case Passage.Closed(var reason) -> new Attempt.Refused(reason);
                case Passage.Unknown(var reason) -> new Attempt.TryLater(reason, Duration.ZERO);
                case Passage.Open(var address) -> exchange(post, address.getHostAddress());
            };
        } finally {
            host.release();
        }
    }

    private Attempt exchange(Post post, String address) {
        var options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setServer(SocketAddress.inetSocketAddress(post.port(), address))
                        .setHost(post.host())
                        .setPort(post.port())
                        .setSsl(post.isEncrypted())
                        .setURI(post.pathAndQuery())
                        .setFollowRedirects(false)
                        .setTimeout(timeout.toMillis());
        post.headers().forEach(options::putHeader);
        var exchange =
                client.request(options)
                        .compose(request -> answer(request, post))
                        .toCompletionStage()
                        .toCompletableFuture();
        return await(exchange, post.host());
    }

    /** The status is the answer; what follows it is not read. */
    private Future<Attempt> answer(HttpClientRequest request, Post post) {
        return request.send(Buffer.buffer(post.body()))
                .map(
                        response -> {
                            response.exceptionHandler(_ -> {}); // closed by us, no news
                            response.pause();
                            request.connection().close();
                            return attempt(post.host(), response);
                        });
    }

    private Attempt attempt(String host, HttpClientResponse response) {
        var retryAfter = Objects.requireNonNullElse(response.getHeader("Retry-After"), "");
        return new Answer(host, response.statusCode(), retryAfter).attempt(clock.instant());
    }

    private Attempt await(CompletableFuture<Attempt> exchange, String host) {
        try {
            return exchange.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return unreachable(host, String.valueOf(e.getCause().getMessage()));
        } catch (TimeoutException _) {
            return unreachable(host, "no answer after " + timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + host + " was posted to", e);
        }
    }

    private static Attempt unreachable(String host, String reason) {
        return new Attempt.TryLater("UNREACHABLE: %s: %s".formatted(host, reason), Duration.ZERO);
    }
}
