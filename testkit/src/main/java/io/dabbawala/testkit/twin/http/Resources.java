package io.dabbawala.testkit.twin.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Cluster;
import io.dabbawala.testkit.twin.api.Refusal;
import io.dabbawala.testkit.twin.api.Scale;
import io.dabbawala.testkit.twin.api.Target;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.store.Selector;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** The verbs on a resource: what a method on a path means. */
final class Resources {

    private static final int USUAL_WATCH_SECONDS = 1800;

    private final Cluster cluster;
    private final BooleanSupplier open;

    Resources(Cluster cluster, BooleanSupplier open) {
        this.cluster = cluster;
        this.open = open;
    }

    Answer handle(Request request, Target target) {
        if (!target.subresource().isEmpty() && !target.kind().has(target.subresource())) {
            throw Refusal.noSuchResource();
        }
        return target.name().isEmpty() ? collection(request, target) : one(request, target);
    }

    private Answer one(Request request, Target target) {
        return switch (request.method()) {
            case "GET", "HEAD" ->
                    request.watches()
                            ? watch(request, target)
                            : Answer.ok(shown(target, cluster.get(target)));
            case "PUT" ->
                    Answer.ok(
                            shown(
                                    target,
                                    cluster.update(
                                            target, request.json(), request.writeOptions())));
            case "PATCH" -> patch(request, target);
            case "DELETE" -> delete(request, target);
            default -> throw Refusal.methodNotAllowed();
        };
    }

    private Answer patch(Request request, Target target) {
        var isNew = cluster.find(target).isEmpty();
        var patched =
                shown(
                        target,
                        cluster.patch(
                                target,
                                request.patchType(),
                                request.patch(),
                                request.writeOptions()));
        return isNew ? Answer.created(patched) : Answer.ok(patched);
    }

    private Answer delete(Request request, Target target) {
        var before = cluster.get(target);
        return Answer.ok(
                cluster.delete(target, request.deleteOptions())
                        .orElseGet(() -> deleted(target, before)));
    }

    private static ObjectNode deleted(Target target, ObjectNode object) {
        var status =
                JsonNodeFactory.instance.objectNode().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        var details = status.putObject("details").put("name", target.name());
        if (!target.kind().gvk().group().isEmpty()) {
            details.put("group", target.kind().gvk().group());
        }
        details.put("kind", target.kind().plural()).put("uid", object.at("/metadata/uid").asText());
        return status;
    }

    private Answer collection(Request request, Target target) {
        return switch (request.method()) {
            case "GET", "HEAD" ->
                    request.watches() ? watch(request, target) : list(request, target);
            case "POST" -> create(request, target);
            case "DELETE" -> deleteAll(request, target);
            default -> throw Refusal.methodNotAllowed();
        };
    }

    private Answer create(Request request, Target target) {
        if (target.kind().namespaced() && target.namespace().isEmpty()) {
            throw Refusal.methodNotAllowed();
        }
        return Answer.created(cluster.create(target, request.json(), request.writeOptions()));
    }

    private Answer list(Request request, Target target) {
        var store = cluster.store();
        return store.alone(
                () ->
                        Answer.ok(
                                ListPage.of(
                                        target.kind(),
                                        cluster.list(
                                                target.kind(),
                                                target.namespace(),
                                                selector(request, target.kind())),
                                        store.version(),
                                        request)));
    }

    private Answer deleteAll(Request request, Target target) {
        var options = request.deleteOptions();
        List<ObjectNode> doomed =
                cluster.list(target.kind(), target.namespace(), selector(request, target.kind()));
        for (var object : doomed) {
            cluster.delete(
                    Target.of(
                            target.kind(),
                            object.at("/metadata/namespace").asText(),
                            object.at("/metadata/name").asText()),
                    options);
        }
        return Answer.ok(ListPage.of(target.kind(), doomed, cluster.store().version(), request));
    }

    private Answer watch(Request request, Target target) {
        var named =
                target.name().isEmpty()
                        ? Selector.ALL
                        : Selector.of(target.kind(), "", "metadata.name=" + target.name());
        var asked = selector(request, target.kind());
        var version = request.parameter("resourceVersion");
        var wanted =
                new WatchStream.Wanted(
                        target.kind(),
                        target.namespace(),
                        new Selector(o -> named.matches(o) && asked.matches(o)),
                        version.isEmpty() || version.equals("0")
                                ? Optional.empty()
                                : Optional.of(ListPage.version(version)),
                        request.flag("sendInitialEvents"),
                        request.flag("allowWatchBookmarks"),
                        seconds(request.parameter("timeoutSeconds")));
        return new Answer.Stream(new WatchStream(cluster, wanted, open));
    }

    /** Watches without a wish end at some time between half an hour and an hour. */
    private static long seconds(String wish) {
        return wish.isEmpty()
                ? USUAL_WATCH_SECONDS + ThreadLocalRandom.current().nextInt(USUAL_WATCH_SECONDS)
                : Long.parseLong(wish);
    }

    private static Selector selector(Request request, Kind kind) {
        try {
            return Selector.of(
                    kind, request.parameter("labelSelector"), request.parameter("fieldSelector"));
        } catch (Selector.Unreadable e) {
            throw Refusal.badRequest(e.getMessage());
        }
    }

    private static ObjectNode shown(Target target, ObjectNode object) {
        return target.subresource().equals("scale") ? Scale.of(object) : object;
    }
}
