package io.dabbawala.testkit.twin.controllers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Cluster;
import io.dabbawala.testkit.twin.api.Refusal;
import io.dabbawala.testkit.twin.store.Event;
import io.dabbawala.testkit.twin.store.ObjectKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays the workload controllers, the scheduler and the nodes: one thread follows the store's
 * events and looks again at what changed, at who owns it, and at what asked to be looked at later.
 */
public final class Controllers implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMillis(50);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Clock clock;
    private final Map<String, Controller> controllers;
    private final Garbage garbage;
    private final Map<ObjectKey, Instant> later = new HashMap<>();
    private final Thread thread;
    private volatile boolean open = true;

    private Controllers(Cluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
        var objects = new OwnedObjects(cluster, clock);
        this.garbage = new Garbage(cluster);
        this.controllers =
                Map.ofEntries(
                        Map.entry("deployments.apps", new Deployments(objects)),
                        Map.entry("replicasets.apps", new ReplicaSets(objects)),
                        Map.entry("statefulsets.apps", new StatefulSets(objects)),
                        Map.entry("daemonsets.apps", new DaemonSets(objects)),
                        Map.entry("jobs.batch", new Jobs(objects)),
                        Map.entry("pods", new Pods(objects)),
                        Map.entry("persistentvolumeclaims", new Claims(objects)),
                        Map.entry("resourcequotas", new Quotas(objects)),
                        Map.entry("namespaces", new Namespaces(objects)),
                        Map.entry(
                                "customresourcedefinitions.apiextensions.k8s.io",
                                new Definitions(objects)));
        Nodes.join(objects);
        this.thread = Thread.ofPlatform().daemon().name("twin-controllers").unstarted(this::run);
    }

    public static Controllers start(Cluster cluster, Clock clock) {
        var controllers = new Controllers(cluster, clock);
        controllers.thread.start();
        return controllers;
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }

    private void run() {
        try {
            var seen = 0L;
            while (open) {
                var batch = batchAfter(seen);
                seen = batch.version();
                reconcile(batch.events().map(this::touched).orElseGet(this::everything));
                cluster.store().await(seen, patience().toMillis());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What happened up to a version; no events when they are no longer remembered. */
    private record Batch(Optional<List<Event>> events, long version) {}

    private Batch batchAfter(long seen) {
        var store = cluster.store();
        return store.alone(() -> new Batch(store.since(seen), store.version()));
    }

    private Set<ObjectKey> everything() {
        garbage.collect();
        return new LinkedHashSet<>(cluster.store().keys());
    }

    private Set<ObjectKey> touched(List<Event> events) {
        var keys = new LinkedHashSet<ObjectKey>();
        var leaves = false;
        for (var event : events) {
            keys.add(event.key());
            keys.addAll(garbage.owners(event.object()));
            keys.addAll(Quotas.counting(cluster, event));
            leaves |=
                    event.type() == Event.Type.DELETED
                            || event.object().at("/metadata/deletionTimestamp").isTextual();
        }
        if (leaves) {
            garbage.collect();
            cluster.store().keys().stream().filter(Controllers::waitsForOthers).forEach(keys::add);
        }
        var now = clock.instant();
        later.forEach(
                (key, when) -> {
                    if (!when.isAfter(now)) {
                        keys.add(key);
                    }
                });
        return keys;
    }

    private static boolean waitsForOthers(ObjectKey key) {
        return key.resource().equals("namespaces")
                || key.resource().startsWith("customresourcedefinitions.");
    }

    private void reconcile(Set<ObjectKey> keys) {
        for (var key : keys) {
            later.remove(key);
            var controller = controllers.get(key.resource());
            if (controller != null) {
                cluster.store().get(key).ifPresent(object -> reconcile(key, controller, object));
            }
        }
    }

    private void reconcile(ObjectKey key, Controller controller, ObjectNode object) {
        try {
            controller.reconcile(object, clock.instant()).ifPresent(when -> later.put(key, when));
        } catch (Refusal _) {
            later.put(key, clock.instant().plus(AGAIN));
        }
    }

    private Duration patience() {
        var now = clock.instant();
        return later.values().stream()
                .map(when -> Duration.between(now, when))
                .min(Duration::compareTo)
                .filter(wait -> wait.compareTo(AT_LEAST_EVERY) < 0)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait.plusMillis(1))
                .orElse(AT_LEAST_EVERY);
    }
}
