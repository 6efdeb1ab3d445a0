package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.ApplyOptions;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Cluster;
import io.dabbawala.reconciler.cluster.DeleteOptions;
import io.dabbawala.reconciler.cluster.DeleteOutcome;
import io.dabbawala.reconciler.cluster.KindScopes;
import io.dabbawala.reconciler.cluster.Precondition;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.cluster.UnreachableCluster;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A cluster behind its API server. */
public final class KubernetesCluster implements Cluster, KindScopes, AutoCloseable {

    private static final long LIST_SECONDS = 60;
    private static final int SERVED_TRIES = 100;
    private static final Duration SERVED_PAUSE = Duration.ofMillis(100);

    private final Api api;
    private final Discovery discovery;
    private final LiveObjects objects;
    private final Takeover takeover;

    /** Those of the kinds that are always watched whose objects are not known yet. */
    private volatile List<ObjectRef> unlisted;

    private final Duration relistAfter;
    private final Map<ApiKind, KindWatch> watches = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param alwaysWatched kinds, as {@code apps/v1/Deployment}, in which objects may be left that
     *     are declared no more
     * @param relistAfter how long a watch is believed without listing again
     * @param tracking says whose an object is
     */
    public KubernetesCluster(
            KubernetesClient client,
            List<String> alwaysWatched,
            Duration relistAfter,
            Tracking tracking) {
        this.api = new Api(client);
        this.objects = new LiveObjects(tracking);
        this.takeover = new Takeover(api, objects);
        this.discovery = new Discovery(api);
        this.unlisted = alwaysWatched.stream().map(ObjectRef::ofKind).toList();
        this.relistAfter = relistAfter;
    }

    @Override
    public Scope scopeOf(ObjectRef ref) {
        return discovery.scopeOf(ref);
    }

    @Override
    public Optional<LiveObject> read(ObjectRef ref) {
        var kind = discovery.kindOf(ref);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (!isKnown(kind.get())) {
            return ask(kind.get(), ref);
        }
        return switch (objects.want(ref)) {
            case LiveObjects.Known.Content(var object) -> Optional.of(object);
            case LiveObjects.Known.Nothing _ -> Optional.empty();
            case LiveObjects.Known.Existence _ -> ask(kind.get(), ref);
        };
    }

    @Override
    public List<LiveObject> tracked(String application) {
        if (!unlisted.isEmpty()) {
            list();
        }
        return objects.trackedBy(application);
    }

    @Override
    public ApplyOutcome apply(Manifest manifest, ApplyOptions options) {
        var ref = manifest.ref();
        var kind = discovery.kindOf(ref);
        if (kind.isEmpty()) {
            return new ApplyOutcome.Refused(
                    Refusal.NOT_FOUND,
                    "the cluster has no %s in %s".formatted(ref.kind(), ref.apiVersion()));
        }
        var adoption = options.adoption();
        var isAdopted = !options.dryRun() && takeover.isDue(ref, adoption);
        var refusal = isAdopted ? takeover.of(kind.get(), ref, adoption) : Optional.<Answer>empty();
        if (refusal.isPresent()) {
            return Refusals.outcome(refusal.get());
        }
        var before = objects.stampOf(ref).map(Stamp::version);
        var written =
                new GuardedWrites(api, objects)
                        .write(
                                kind.get(),
                                manifest,
                                isAdopted ? options.only(new Precondition.None()) : options);
        if (written.isEmpty()) {
            return Refusals.OVERTAKEN;
        }
        var answer = written.get();
        if (!answer.isSuccess()) {
            return Refusals.outcome(answer);
        }
        var content = answer.tree();
        if (options.dryRun()) {
            return outcome(answer, LiveObject.of(content), Optional.empty());
        }
        objects.seen(content);
        if (ref.kind().equals("CustomResourceDefinition")) {
            awaitServed(kind.get(), ref);
        }
        return outcome(answer, LiveObject.of(content), before);
    }

    @Override
    public void release(LiveObject object, String finalizer) {
        discovery.kindOf(object.ref()).ifPresent(kind -> release(kind, object, finalizer));
    }

    /** Somebody may write in between; then it is looked at again. */
    private void release(ApiKind kind, LiveObject object, String finalizer) {
        var path = kind.path(object.ref());
        var next = Optional.of(object);
        while (next.isPresent() && Finalizers.of(next.get()).contains(finalizer)) {
            var answer = api.merge(path, Json.bytes(Finalizers.without(finalizer, next.get())));
            if (answer.code() == Answer.CONFLICT) {
                next = ask(kind, object.ref());
                continue;
            }
            if (answer.isSuccess()) {
                objects.seen(answer.tree());
            } else if (answer.code() != Answer.NOT_FOUND) {
                throw new UnreachableCluster("release " + object.ref(), answer.message());
            }
            return;
        }
    }

    @Override
    public DeleteOutcome delete(ObjectRef ref, DeleteOptions options) {
        var kind = discovery.kindOf(ref);
        if (kind.isEmpty()) {
            return new DeleteOutcome.AlreadyGone();
        }
        var answer = api.delete(kind.get().path(ref), Json.bytes(body(options)));
        if (answer.code() == Answer.NOT_FOUND) {
            objects.gone(ref, 0);
            return new DeleteOutcome.AlreadyGone();
        }
        if (!answer.isSuccess()) {
            return new DeleteOutcome.Refused(Refusals.of(answer), answer.message());
        }
        var content = answer.tree();
        if (Tree.at(content, "metadata", "deletionTimestamp").isPresent()) {
            objects.seen(content);
        } else {
            objects.gone(ref, 0);
        }
        return new DeleteOutcome.Deleted();
    }

    @Override
    public void watch(Consumer<LiveChange> listener) {
        objects.listen(listener);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Objects of a new kind may follow at once. A kind that is not served in time shows there. */
    private void awaitServed(ApiKind kind, ObjectRef definition) {
        for (int tries = 0; tries < SERVED_TRIES && !isEstablished(kind, definition); tries++) {
            LockSupport.parkNanos(SERVED_PAUSE.toNanos());
        }
        discovery.forgetMisses();
    }

    private boolean isEstablished(ApiKind kind, ObjectRef definition) {
        return Tree.list(api.get(kind.path(definition)).tree(), "status", "conditions").stream()
                .anyMatch(
                        one ->
                                Tree.text(one, "type").equals("Established")
                                        && Tree.text(one, "status").equals("True"));
    }

    private Optional<LiveObject> ask(ApiKind kind, ObjectRef ref) {
        objects.want(ref);
        var answer = api.get(kind.path(ref));
        if (answer.code() == Answer.NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw new UnreachableCluster("GET " + ref, answer.code() + " " + answer.message());
        }
        var content = answer.tree();
        objects.seen(content);
        return Optional.of(LiveObject.of(content));
    }

    /** All at once; what the cluster does not have may come later. */
    private void list() {
        var begun = new HashMap<ObjectRef, KindWatch>();
        unlisted.forEach(
                ref -> discovery.kindOf(ref).ifPresent(kind -> begun.put(ref, watch(kind))));
        begun.values().forEach(KubernetesCluster::isListed);
        unlisted = unlisted.stream().filter(ref -> !begun.containsKey(ref)).toList();
    }

    private boolean isKnown(ApiKind kind) {
        return isListed(watch(kind));
    }

    private KindWatch watch(ApiKind kind) {
        return watches.computeIfAbsent(
                kind,
                _ -> {
                    var watch = new KindWatch(api, kind, objects, relistAfter);
                    threads.execute(watch);
                    return watch;
                });
    }

    private static boolean isListed(KindWatch watch) {
        var listed = watch.listed();
        return listed.isDone() ? listed.join() : Api.await("list", listed.copy(), LIST_SECONDS);
    }

    /** An apply that changes nothing leaves the resourceVersion alone. */
    private static ApplyOutcome outcome(
            Answer answer, LiveObject now, Optional<String> versionBefore) {
        if (answer.code() == Answer.CREATED) {
            return new ApplyOutcome.Created(now);
        }
        return versionBefore.filter(now.resourceVersion()::equals).isPresent()
                ? new ApplyOutcome.Unchanged(now)
                : new ApplyOutcome.Configured(now);
    }

    private static Map<String, Object> body(DeleteOptions options) {
        var preconditions = new LinkedHashMap<String, Object>();
        if (!options.uid().isEmpty()) {
            preconditions.put("uid", options.uid());
        }
        if (!options.resourceVersion().isEmpty()) {
            preconditions.put("resourceVersion", options.resourceVersion());
        }
        var propagation =
                switch (options.propagation()) {
                    case FOREGROUND -> "Foreground";
                    case BACKGROUND -> "Background";
                    case ORPHAN -> "Orphan";
                };
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "DeleteOptions",
                "preconditions",
                preconditions,
                "propagationPolicy",
                propagation);
    }
}
