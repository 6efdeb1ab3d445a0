package io.dabbawala.testkit.twin.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Every object and a bounded history of what happened to them, in one order: each write gets the
 * next resource version. Objects that are in the store are never changed, only replaced.
 */
public final class Store {

    private final NavigableMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
    private final History history;
    private long version = 1;

    /** Remembers this many events; a watch that asks for older ones is told they are gone. */
    public Store(int remembered) {
        history = new History(remembered);
    }

    /** Nobody else reads or writes while {@code work} runs. */
    public synchronized <T> T alone(Supplier<T> work) {
        return work.get();
    }

    public synchronized Optional<ObjectNode> get(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** The objects of a kind in a namespace ("" for all), by namespace and name. */
    public synchronized List<ObjectNode> list(String resource, String namespace) {
        var from = new ObjectKey(resource, namespace, "");
        var found = new ArrayList<ObjectNode>();
        for (var entry : objects.tailMap(from).entrySet()) {
            var key = entry.getKey();
            if (!key.resource().equals(resource)
                    || !namespace.isEmpty() && !key.namespace().equals(namespace)) {
                break;
            }
            found.add(entry.getValue());
        }
        return found;
    }

    public synchronized List<ObjectKey> keys() {
        return List.copyOf(objects.keySet());
    }

    public synchronized long version() {
        return version;
    }

    /** Writes the object with the next resource version and tells the watches. */
    public synchronized ObjectNode put(ObjectKey key, ObjectNode object) {
        var written = stamped(object);
        var before = objects.put(key, written);
        record(
                before == null ? Event.Type.ADDED : Event.Type.MODIFIED,
                key,
                written,
                Optional.ofNullable(before));
        return written;
    }

    public synchronized void remove(ObjectKey key) {
        var before = objects.remove(key);
        if (before != null) {
            record(Event.Type.DELETED, key, stamped(before), Optional.of(before));
        }
    }

    /** What happened after a version, or nothing when that is no longer remembered. */
    public synchronized Optional<List<Event>> since(long after) {
        return history.since(after);
    }

    /** Forgets what happened, as a real server does every five minutes. */
    public synchronized void compact() {
        history.forget(version);
        notifyAll();
    }

    /** Waits until something happened after {@code seen}, at most so long. */
    public synchronized void await(long seen, long milliseconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        var left = milliseconds;
        while (version <= seen && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }

    /** Lets everybody who waits look again. */
    public synchronized void wake() {
        notifyAll();
    }

    private void record(Event.Type type, ObjectKey key, ObjectNode now, Optional<ObjectNode> was) {
        history.add(new Event(version, type, key, now, was));
        notifyAll();
    }

    private ObjectNode stamped(ObjectNode object) {
        version++;
        var stamped = object.deepCopy();
        stamped.withObject("/metadata").put("resourceVersion", Long.toString(version));
        return stamped;
    }
}
