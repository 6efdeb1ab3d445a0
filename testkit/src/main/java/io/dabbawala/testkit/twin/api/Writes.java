package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.fields.Managers;
import io.dabbawala.testkit.twin.fields.Ownership;
import io.dabbawala.testkit.twin.schema.Kinds;
import io.dabbawala.testkit.twin.store.Store;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The way of an object into the store: decoded, filled in, given its identity, owned, judged,
 * written. A write that changes nothing is none: the resource version stays.
 */
final class Writes {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Kinds kinds;
    private final Store store;
    private final Clock clock;
    private final Admission admission;
    private int addresses;

    Writes(Kinds kinds, Store store, Clock clock) {
        this.kinds = kinds;
        this.store = store;
        this.clock = clock;
        this.admission = new Admission(kinds, store);
    }

    static String timestamp(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    ObjectNode create(Target target, ObjectNode body, WriteOptions options) {
        var manager = manager(target, options, "Update");
        return create(target, body, Managers.of(Ownership.nothing()), manager, options);
    }

    ObjectNode apply(Target target, ObjectNode body, WriteOptions options) {
        if (options.fieldManager().isEmpty()) {
            throw Refusal.fieldManagerRequired();
        }
        if (!body.has("kind") || !body.has("apiVersion")) {
            throw Refusal.badRequest("invalid object type: /, Kind=");
        }
        if (body.at("/metadata/managedFields").size() > 0) {
            throw Refusal.badRequest("metadata.managedFields must be nil");
        }
        var applied = declared(target, body);
        var live = store.get(target.key());
        if (live.isEmpty() && applied.at("/metadata/uid").isTextual()) {
            throw Refusal.conflict(
                    target.kind(),
                    target.name(),
                    "uid mismatch: the provided object specified uid %s, and no existing object was found"
                            .formatted(applied.at("/metadata/uid").asText()));
        }
        live.ifPresent(now -> checkVersion(target, now, applied));
        var managers = Managers.of(live.orElseGet(Ownership::nothing));
        var manager = manager(target, options, "Apply");
        var before = live.map(Writes::withoutManagers).orElseGet(Ownership::nothing);
        var outcome = ownership(target, managers).apply(manager, before, applied, options.force());
        return switch (outcome) {
            case Ownership.Applied.Conflicting(var conflicts) ->
                    throw Refusal.fieldConflicts(conflicts);
            case Ownership.Applied.Merged(var merged) ->
                    live.isPresent()
                            ? update(target, live.get(), (ObjectNode) merged, managers, options)
                            : createApplied(target, (ObjectNode) merged, managers, options);
        };
    }

    private static void checkVersion(Target target, ObjectNode live, ObjectNode body) {
        var version = body.at("/metadata/resourceVersion").asText("");
        if (!version.isEmpty() && !version.equals(live.at("/metadata/resourceVersion").asText())) {
            throw Refusal.conflict(
                    target.kind(),
                    target.name(),
                    "the object has been modified; please apply your changes to the latest version and try again");
        }
    }

    private ObjectNode createApplied(
            Target target, ObjectNode merged, Managers managers, WriteOptions options) {
        if (!target.subresource().isEmpty()) {
            throw Refusal.notFound(target.kind(), target.name());
        }
        return create(target, merged, managers, null, options);
    }

    ObjectNode update(Target target, ObjectNode live, ObjectNode body, WriteOptions options) {
        checkVersion(target, live, body);
        var uid = body.at("/metadata/uid").asText("");
        if (!uid.isEmpty() && !uid.equals(live.at("/metadata/uid").asText())) {
            throw Refusal.conflict(
                    target.kind(),
                    target.name(),
                    "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                            .formatted(uid, live.at("/metadata/uid").asText()));
        }
        var candidate = decode(target, body, options);
        var managers = Managers.of(body.at("/metadata/managedFields").isArray() ? candidate : live);
        var prepared = prepare(target, live, candidate);
        ownership(target, managers)
                .update(manager(target, options, "Update"), withoutManagers(live), prepared);
        return finish(target, live, prepared, managers, options);
    }

    private ObjectNode update(
            Target target,
            ObjectNode live,
            ObjectNode merged,
            Managers managers,
            WriteOptions options) {
        return finish(target, live, prepare(target, live, merged), managers, options);
    }

    /** What an update may not change is as it was. */
    private ObjectNode prepare(Target target, ObjectNode live, ObjectNode candidate) {
        ObjectNode prepared = candidate.deepCopy();
        if (target.subresource().equals("status")) {
            prepared = withoutManagers(live);
            prepared.set("status", candidate.path("status"));
        } else if (target.kind().has("status")) {
            prepared.remove("status");
            if (live.has("status")) {
                prepared.set("status", live.get("status"));
            }
        }
        prepared.put("apiVersion", target.kind().apiVersion()).put("kind", target.kind().name());
        Immutable.keep(target.kind(), live, prepared);
        if (target.kind().name().equals("Secret")) {
            Fresh.secret(prepared);
        }
        Defaults.fill(target.kind(), prepared);
        Identity.keep(target.kind(), live, prepared);
        return withoutManagers(prepared);
    }

    private ObjectNode finish(
            Target target,
            ObjectNode live,
            ObjectNode prepared,
            Managers managers,
            WriteOptions options) {
        Validation.check(target.kind(), Optional.of(live), prepared);
        var entries = managers.write();
        if (prepared.equals(withoutManagers(live)) && sameOwners(entries, live)) {
            return live;
        }
        if (!entries.isEmpty()) {
            prepared.withObject("/metadata").set("managedFields", entries);
        }
        admission.check(target.kind(), Optional.of(live), prepared);
        if (options.dryRun()) {
            return prepared;
        }
        if (prepared.at("/metadata/deletionTimestamp").isTextual()
                && prepared.at("/metadata/finalizers").isEmpty()
                && Admission.finished(target.kind(), prepared)) {
            store.remove(target.key());
            return prepared;
        }
        var written = store.put(target.key(), prepared);
        define(written);
        return written;
    }

    private ObjectNode create(
            Target target,
            ObjectNode body,
            Managers managers,
            Managers.@org.jspecify.annotations.Nullable Id writer,
            WriteOptions options) {
        var object = decode(target, body, options);
        var named = target.named(Names.given(target, object));
        if (named.kind().namespaced()) {
            admission.namespaceExists(named);
        }
        if (store.get(named.key()).isPresent()) {
            throw Refusal.alreadyExists(named.kind(), named.name());
        }
        complete(named, object);
        Validation.check(named.kind(), Optional.empty(), object);
        if (writer != null) {
            ownership(named, managers).update(writer, Fresh.zero(named.kind()), object);
        }
        var entries = managers.write();
        if (!entries.isEmpty()) {
            object.withObject("/metadata").set("managedFields", entries);
        }
        admission.check(named.kind(), Optional.empty(), object);
        if (options.dryRun()) {
            return object;
        }
        var written = store.put(named.key(), object);
        define(written);
        return written;
    }

    /** What the server says about a new object, whatever its client said. */
    private void complete(Target target, ObjectNode object) {
        var kind = target.kind();
        if (kind.has("status")) {
            object.remove("status");
        }
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.name());
        Defaults.fill(kind, object);
        Fresh.complete(kind, object, timestamp(clock));
        if (kind.name().equals("Service")) {
            ServiceDefaults.allocate(object.withObject("/spec"), addresses++);
        }
        Identity.give(kind, object, target.namespace(), timestamp(clock));
        Fresh.completeWithUid(kind, object);
    }

    private ObjectNode decode(Target target, ObjectNode body, WriteOptions options) {
        Names.checkKind(target.kind(), body);
        var decoded = Decoding.of(target.kind(), body);
        if (options.fieldValidation() == WriteOptions.FieldValidation.STRICT
                && !decoded.unknownFields().isEmpty()) {
            throw Refusal.unknownFields(target.kind(), decoded.unknownFields());
        }
        return decoded.object();
    }

    /** Applying owns fields, so there must be none that nobody knows. */
    private static ObjectNode declared(Target target, ObjectNode body) {
        Names.checkKind(target.kind(), body);
        var decoded = Decoding.of(target.kind(), body);
        if (!decoded.unknownFields().isEmpty()) {
            throw Refusal.undeclaredField(target.kind(), body, decoded.unknownFields().getFirst());
        }
        return decoded.object();
    }

    private void define(ObjectNode written) {
        if (written.path("kind").asText().equals("CustomResourceDefinition")) {
            kinds.define(written);
        }
    }

    private Ownership ownership(Target target, Managers managers) {
        return new Ownership(
                target.kind().schema(), managers, target.kind().has("status"), timestamp(clock));
    }

    private static Managers.Id manager(Target target, WriteOptions options, String operation) {
        return new Managers.Id(
                options.fieldManager(),
                operation,
                target.kind().apiVersion(),
                target.subresource());
    }

    private static ObjectNode withoutManagers(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.withObject("/metadata").remove("managedFields");
        return copy;
    }

    /** Times alone are no change. */
    private static boolean sameOwners(JsonNode entries, ObjectNode live) {
        return timeless(entries).equals(timeless(live.at("/metadata/managedFields")));
    }

    private static List<JsonNode> timeless(JsonNode entries) {
        var list = new java.util.ArrayList<JsonNode>();
        entries.forEach(entry -> list.add(((ObjectNode) entry.deepCopy()).without("time")));
        return list;
    }
}
