package io.dabbawala.bench.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dabbawala.bench.fleet.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Watches the fleet's objects of one kind and notes when each was seen last in another state than
 * before, and which. It is no part of what is measured.
 */
public final class Observer implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** What an object looked like, since when (of {@link System#nanoTime}). */
    public record Sight(String state, long since) {}

    private final ApiServer server;
    private final String path;
    private final Function<JsonNode, String> state;
    private final Map<String, Sight> seen = new HashMap<>();
    private final Thread thread;

    private Observer(ApiServer server, String path, Function<JsonNode, String> state) {
        this.server = server;
        this.path = path;
        this.state = state;
        this.thread = Thread.ofPlatform().daemon().name("observer").start(this::watch);
    }

    /** Of ConfigMaps: {@code data.value}. */
    public static Observer ofValues(ApiServer server) {
        return new Observer(
                server, "/api/v1/configmaps", object -> object.at("/data/value").asText(""));
    }

    /** Of Deployments: {@code ready} when all its pods run what it says now, else empty. */
    public static Observer ofRollouts(ApiServer server) {
        return new Observer(server, "/apis/apps/v1/deployments", Observer::rollout);
    }

    private static String rollout(JsonNode deployment) {
        int wanted = deployment.at("/spec/replicas").asInt(1);
        var status = deployment.path("status");
        var isReady =
                status.path("observedGeneration").asLong(-1)
                                == deployment.at("/metadata/generation").asLong()
                        && status.path("updatedReplicas").asInt() == wanted
                        && status.path("availableReplicas").asInt() == wanted
                        && status.path("replicas").asInt() == wanted;
        return isReady ? "ready" : "";
    }

    /** Waits until the object is in that state, and says since when. */
    public long await(String name, String wanted, Duration patience) {
        var deadline = Instant.now().plus(patience);
        synchronized (seen) {
            while (!isIn(name, wanted)) {
                waitFor(deadline, "%s never became \"%s\"".formatted(name, wanted));
            }
            return seen.get(name).since();
        }
    }

    /** The same, but what was seen before that moment does not count. */
    public long awaitAfter(String name, String wanted, long after, Duration patience) {
        var deadline = Instant.now().plus(patience);
        synchronized (seen) {
            while (!isIn(name, wanted) || seen.get(name).since() < after) {
                waitFor(deadline, "%s did not become \"%s\" again".formatted(name, wanted));
            }
            return seen.get(name).since();
        }
    }

    /** Waits until so many objects are in the state, and says since when the last of them is. */
    public long awaitAll(int count, Predicate<String> wanted, Duration patience) {
        var deadline = Instant.now().plus(patience);
        synchronized (seen) {
            while (count(wanted) < count) {
                waitFor(deadline, "only %d of %d are there".formatted(count(wanted), count));
            }
            return seen.values().stream()
                    .filter(sight -> wanted.test(sight.state()))
                    .mapToLong(Sight::since)
                    .max()
                    .orElseThrow();
        }
    }

    private boolean isIn(String name, String wanted) {
        return seen.containsKey(name) && seen.get(name).state().equals(wanted);
    }

    private long count(Predicate<String> wanted) {
        return seen.values().stream().filter(sight -> wanted.test(sight.state())).count();
    }

    private void waitFor(Instant deadline, String failure) {
        long left = Duration.between(Instant.now(), deadline).toMillis();
        if (left <= 0) {
            throw new IllegalStateException("the observer waited in vain: " + failure);
        }
        try {
            seen.wait(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while observing", e);
        }
    }

    private void watch() {
        try (var lines = server.lines(path + "?watch=1&labelSelector=" + Fleet.LABEL)) {
            lines.forEach(line -> note(line, System.nanoTime()));
        } catch (IOException | UncheckedIOException _) {
            // the cluster is gone, and so is what was observed
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String line, long now) {
        try {
            var object = MAPPER.readTree(line).path("object");
            var name = object.at("/metadata/name").asText();
            var shown = state.apply(object);
            synchronized (seen) {
                if (!isIn(name, shown)) {
                    seen.put(name, new Sight(shown, now));
                    seen.notifyAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("read an event of " + path, e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
