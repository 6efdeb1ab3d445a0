package io.dabbawala.reconciler.kubernetes;

import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.object.LiveChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.ownership.ManagedFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cluster as far as it was told. Of an object that is tracked or was asked for the content is
 * kept, as bytes; of others only that they exist. Older news about an object than what is known
 * changes nothing.
 */
final class LiveObjects {

    /** A turn reads the objects of its application several times, and is not alone. */
    private static final int LATELY = 256;

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** What is held of one object; without bytes only that it is there. */
    private record Held(String uid, long version, String application, byte @Nullable [] content) {}

    /** What is known of one object. */
    sealed interface Known {

        record Nothing() implements Known {}

        record Existence() implements Known {}

        record Content(LiveObject object) implements Known {}
    }

    private final Tracking tracking;

    /** What was read of one object, and of what. */
    private record Read(Held from, LiveObject object) {}

    private final Map<ObjectRef, Held> held = new HashMap<>();
    private final Map<ObjectRef, Read> lately = new LinkedHashMap<>(LATELY, 0.75f, true);
    private final Map<String, Set<ObjectRef>> tracked = new HashMap<>();
    private final Set<ObjectRef> wanted = new HashSet<>();
    private final Departures departures = new Departures();
    private final List<Consumer<LiveChange>> listeners = new ArrayList<>();

    /**
     * @param tracking says whose an object is
     */
    LiveObjects(Tracking tracking) {
        this.tracking = tracking;
    }

    /** From now on the content of this object is kept, whoever it belongs to. */
    synchronized Known want(ObjectRef ref) {
        wanted.add(ref);
        var there = held.get(ref);
        if (there == null) {
            return new Known.Nothing();
        }
        return there.content() == null
                ? new Known.Existence()
                : new Known.Content(read(ref, there));
    }

    synchronized List<LiveObject> trackedBy(String application) {
        return tracked.getOrDefault(application, Set.of()).stream()
                .filter(ref -> held.get(ref).content() != null)
                .map(ref -> read(ref, held.get(ref)))
                .toList();
    }

    synchronized void listen(Consumer<LiveChange> listener) {
        held.forEach(
                (ref, one) -> {
                    if (one.content() != null) {
                        listener.accept(new LiveChange.Seen(read(ref, one)));
                    }
                });
        listeners.add(listener);
    }

    /** What is held of this object; nothing is asked for by it. */
    synchronized Optional<LiveObject> contentOf(ObjectRef ref) {
        return Optional.ofNullable(held.get(ref))
                .filter(one -> one.content() != null)
                .map(one -> read(ref, one));
    }

    /** Of what is held of this object; empty if nothing is. */
    synchronized Optional<Stamp> stampOf(ObjectRef ref) {
        return Optional.ofNullable(held.get(ref))
                .map(one -> new Stamp(one.uid(), Long.toString(one.version())));
    }

    void seen(Map<String, Object> content) {
        var object = LiveObject.of(compact(content));
        var application = tracking.applicationOf(object).orElse("");
        var bytes = Json.bytes(object.content());
        keep(object, application, bytes);
    }

    private synchronized void keep(LiveObject object, String application, byte[] bytes) {
        var ref = object.ref();
        var before = held.get(ref);
        long version = versionOf(object);
        if (departures.isAfter(ref, version)) {
            return; // the answer to our own write comes after the news that it is gone
        }
        if (before != null && before.version() >= version && version > 0) {
            var isNews = before.content() == null && wanted.contains(ref);
            if (!isNews || before.version() > version) {
                return;
            }
        }
        var isKept = !application.isEmpty() || wanted.contains(ref);
        unindex(ref, before);
        var now = new Held(object.uid(), version, application, isKept ? bytes : null);
        held.put(ref, now);
        if (!application.isEmpty()) {
            tracked.computeIfAbsent(application, _ -> new HashSet<>()).add(ref);
        }
        if (isKept) {
            var change = change(before, object);
            remember(ref, new Read(now, object));
            tell(change);
        }
    }

    private LiveChange change(@Nullable Held before, LiveObject now) {
        if (before == null || before.content() == null) {
            return new LiveChange.Seen(now);
        }
        var last = read(now.ref(), before);
        return now.isAsBesidesStatus(last)
                ? new LiveChange.StatusMoved(last, now)
                : new LiveChange.Seen(now);
    }

    /** It was deleted, as of the version in its last content. */
    void gone(Map<String, Object> content) {
        var object = LiveObject.of(content);
        gone(object.ref(), versionOf(object));
    }

    /** Whatever is held of it up to this version is over. */
    synchronized void gone(ObjectRef ref, long version) {
        departures.note(ref, version);
        var before = held.get(ref);
        if (before == null || version > 0 && before.version() > version) {
            return;
        }
        held.remove(ref);
        unindex(ref, before);
        if (before.content() != null) {
            tell(new LiveChange.Gone(read(ref, before)));
            lately.remove(ref);
        }
    }

    /** All objects of a kind were listed as of this version: others of it are no more. */
    synchronized void onlyThese(ApiKind kind, Set<ObjectRef> listed, long version) {
        held.keySet().stream()
                .filter(ref -> ref.isOfKind(kind.group(), kind.kind()) && !listed.contains(ref))
                .toList()
                .forEach(ref -> gone(ref, version));
    }

    private void unindex(ObjectRef ref, @Nullable Held before) {
        if (before != null && !before.application().isEmpty()) {
            tracked.getOrDefault(before.application(), new HashSet<>()).remove(ref);
        }
    }

    private void tell(LiveChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    private LiveObject read(ObjectRef ref, Held one) {
        var known = lately.get(ref);
        if (known != null && known.from() == one) {
            return known.object();
        }
        var object = LiveObject.of(Json.object(Objects.requireNonNull(one.content())));
        remember(ref, new Read(one, object));
        return object;
    }

    private void remember(ObjectRef ref, Read read) {
        lately.put(ref, read);
        if (lately.size() > LATELY) {
            lately.remove(lately.keySet().iterator().next());
        }
    }

    private static long versionOf(LiveObject object) {
        return Versions.number(object.resourceVersion());
    }

    /**
     * Without what nobody here asks for: who wrote the status, and what kubectl noted of an object
     * that we have applied since.
     */
    private static Map<String, Object> compact(Map<String, Object> content) {
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.put(
                "managedFields",
                Tree.list(metadata, "managedFields").stream()
                        .filter(entry -> !Tree.text(entry, "subresource").equals("status"))
                        .toList());
        if (ManagedFields.areOurs(LiveObject.of(content))
                && Tree.at(metadata, "annotations", LAST_APPLIED).isPresent()) {
            var annotations = new LinkedHashMap<>(Tree.map(metadata, "annotations"));
            annotations.remove(LAST_APPLIED);
            metadata.put("annotations", annotations);
        }
        var compact = new LinkedHashMap<>(content);
        compact.put("metadata", metadata);
        return compact;
    }
}
