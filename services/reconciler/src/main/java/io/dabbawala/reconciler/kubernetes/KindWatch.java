package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.cluster.UnreachableCluster;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * Keeps what is known of one kind up to date: lists it, then watches. A watch that ends goes on
 * where it was; one whose past the server has forgotten (410) lists again, as does one that went on
 * for long, in case something was lost.
 */
final class KindWatch implements Runnable {

    private static final Logger LOG = Logger.getLogger(KindWatch.class);
    private static final int PAGE = 500;
    private static final int SECONDS = 290;

    /** The server ends a watch earlier than this: a connection that is silent so long is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(SECONDS + 30);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(30);

    private final Api api;
    private final ApiKind kind;
    private final LiveObjects objects;
    private final Duration relistAfter;
    private final CompletableFuture<Boolean> listed = new CompletableFuture<>();
    private String version = "";
    private long listedAt;

    KindWatch(Api api, ApiKind kind, LiveObjects objects, Duration relistAfter) {
        this.api = api;
        this.kind = kind;
        this.objects = objects;
        this.relistAfter = relistAfter;
    }

    /** Completes when all objects are known; false if they may not be listed. */
    CompletableFuture<Boolean> listed() {
        return listed;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            var pause = PAUSE;
            try {
                if (isListDue()) {
                    list();
                }
                pause = watch();
            } catch (UnreachableCluster | IllegalArgumentException e) {
                if (!Thread.currentThread().isInterrupted()) {
                    LOG.warnf("watch broke: kind=%s reason=%s", kind.kind(), e.getMessage());
                }
            } catch (NotListable e) {
                LOG.warnf("not watched: kind=%s reason=%s", kind.kind(), e.getMessage());
                listed.complete(false);
                pause = LONG_PAUSE;
            }
            sleep(pause);
        }
    }

    private boolean isListDue() {
        return version.isEmpty()
                || Duration.ofNanos(System.nanoTime() - listedAt).compareTo(relistAfter) > 0;
    }

    private void list() {
        var found = new HashSet<ObjectRef>();
        var next = "";
        var asOf = "";
        do {
            var answer = api.get("%s?limit=%d&continue=%s".formatted(kind.path(), PAGE, next));
            if (answer.code() == Answer.GONE) {
                throw new UnreachableCluster("list " + kind.kind(), "the list expired");
            }
            if (!answer.isSuccess()) {
                throw new NotListable(answer.code() + " " + answer.message());
            }
            var page = answer.tree();
            Tree.list(page, "items").forEach(item -> keep(Tree.map(item), found));
            asOf = asOf.isEmpty() ? Tree.text(page, "metadata", "resourceVersion") : asOf;
            next = Tree.text(page, "metadata", "continue");
        } while (!next.isEmpty());
        objects.onlyThese(kind, found, Versions.number(asOf));
        version = asOf;
        listedAt = System.nanoTime();
        listed.complete(true);
    }

    /** Items of a list do not say what they are. */
    private void keep(Map<String, Object> item, Set<ObjectRef> found) {
        item.put("apiVersion", apiVersion());
        item.put("kind", kind.kind());
        objects.seen(item);
        found.add(
                ObjectRef.of(
                        apiVersion(),
                        kind.kind(),
                        Tree.text(item, "metadata", "namespace"),
                        Tree.text(item, "metadata", "name")));
    }

    private String apiVersion() {
        return kind.group().isEmpty() ? kind.version() : kind.group() + "/" + kind.version();
    }

    /** Until the server ends it; says how long to wait before going on. */
    private Duration watch() {
        var lines = new Lines();
        var path =
                "%s?watch=1&allowWatchBookmarks=true&timeoutSeconds=%d&resourceVersion=%s"
                        .formatted(kind.path(), SECONDS, version);
        var response = api.stream(path, lines);
        if (response.code() == Answer.GONE) {
            version = "";
            return Duration.ZERO;
        }
        if (!response.isSuccessful()) {
            throw new UnreachableCluster("watch " + kind.kind(), "status " + response.code());
        }
        var body = response.body();
        body.consume();
        var end = body.done().whenComplete((_, _) -> lines.end());
        try {
            var line = lines.next(SILENCE);
            while (line.isPresent() && !version.isEmpty()) {
                event(Json.object(line.get()));
                line = lines.next(SILENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            body.cancel();
        }
        return end.isCompletedExceptionally() ? PAUSE : Duration.ZERO;
    }

    private void event(Map<String, Object> event) {
        var object = Tree.map(event, "object");
        switch (Tree.text(event, "type")) {
            case "ADDED", "MODIFIED" -> objects.seen(object);
            case "DELETED" -> objects.gone(object);
            case "BOOKMARK" -> {}
            default -> { // an error: mostly that the past is forgotten
                version = "";
                return;
            }
        }
        version = Tree.text(object, "metadata", "resourceVersion");
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The kind is not served, or may not be listed. */
    private static final class NotListable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotListable(String message) {
            super(message);
        }
    }
}
