package io.dabbawala.testkit.twin.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Cluster;
import io.dabbawala.testkit.twin.api.Refusal;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.store.Event;
import io.dabbawala.testkit.twin.store.Selector;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One watch: what is there already where that is asked for, then every event after it, in order. An
 * object that begins to match the selector is added, one that stops is deleted. Bookmarks say up to
 * where nothing was missed.
 */
final class WatchStream {

    /** What is watched, from where, and how. */
    record Wanted(
            Kind kind,
            String namespace,
            Selector selector,
            Optional<Long> after,
            boolean initialEvents,
            boolean bookmarks,
            long seconds) {}

    private static final long BOOKMARK_EVERY_MS = 10_000;

    private final Cluster cluster;
    private final Wanted wanted;
    private final BooleanSupplier open;

    WatchStream(Cluster cluster, Wanted wanted, BooleanSupplier open) {
        this.cluster = cluster;
        this.wanted = wanted;
        this.open = open;
    }

    void writeTo(OutputStream out) throws IOException {
        try {
            out.flush();
            follow(out, begin(out));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The version from which events are still to be told. */
    private long begin(OutputStream out) throws IOException {
        if (wanted.after().isPresent() && !wanted.initialEvents()) {
            return wanted.after().get();
        }
        var store = cluster.store();
        var version = new long[1];
        var objects =
                store.alone(
                        () -> {
                            version[0] = store.version();
                            return cluster.list(
                                    wanted.kind(), wanted.namespace(), wanted.selector());
                        });
        for (var object : objects) {
            write(out, "ADDED", object);
        }
        if (wanted.initialEvents() && wanted.bookmarks()) {
            var bookmark = bookmark(version[0]);
            bookmark.withObject("/metadata")
                    .putObject("annotations")
                    .put("k8s.io/initial-events-end", "true");
            write(out, "BOOKMARK", bookmark);
        }
        return version[0];
    }

    private void follow(OutputStream out, long from) throws IOException, InterruptedException {
        var end = System.nanoTime() + wanted.seconds() * 1_000_000_000L;
        var seen = from;
        var silent = System.nanoTime();
        while (open.getAsBoolean()) {
            var events = cluster.store().since(seen);
            if (events.isEmpty()) {
                write(out, "ERROR", expired(seen).status());
                return;
            }
            for (var event : events.get()) {
                seen = event.version();
                silent = tell(out, event) ? System.nanoTime() : silent;
            }
            var left = (end - System.nanoTime()) / 1_000_000;
            var quiet = (System.nanoTime() - silent) / 1_000_000;
            if (left <= 0 || quiet >= BOOKMARK_EVERY_MS) {
                if (wanted.bookmarks()) {
                    write(out, "BOOKMARK", bookmark(seen));
                }
                silent = System.nanoTime();
                quiet = 0;
            }
            if (left <= 0) {
                return;
            }
            cluster.store().await(seen, Math.min(left, BOOKMARK_EVERY_MS - quiet));
        }
    }

    private boolean tell(OutputStream out, Event event) throws IOException {
        var key = event.key();
        if (!key.resource().equals(wanted.kind().resource())
                || !wanted.namespace().isEmpty() && !key.namespace().equals(wanted.namespace())) {
            return false;
        }
        var matched = event.before().filter(wanted.selector()::matches).isPresent();
        var matches =
                event.type() != Event.Type.DELETED && wanted.selector().matches(event.object());
        if (matches) {
            write(out, matched ? "MODIFIED" : "ADDED", event.object());
        } else if (matched) {
            write(out, "DELETED", event.object());
        }
        return matches || matched;
    }

    private Refusal expired(long seen) {
        return Refusal.expired(
                "too old resource version: %d (%d)".formatted(seen, cluster.store().version()));
    }

    private ObjectNode bookmark(long version) {
        var object =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", wanted.kind().name())
                        .put("apiVersion", wanted.kind().apiVersion());
        object.putObject("metadata").put("resourceVersion", Long.toString(version));
        return object;
    }

    private void write(OutputStream out, String type, JsonNode object) throws IOException {
        var event = JsonNodeFactory.instance.objectNode().put("type", type);
        event.set(
                "object",
                type.equals("ERROR")
                        ? object
                        : Cluster.versioned(wanted.kind(), (ObjectNode) object));
        out.write(Answer.JSON.writeValueAsBytes(event));
        out.write('\n');
        out.flush();
    }
}
