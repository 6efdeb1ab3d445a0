package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Kinds;
import io.dabbawala.testkit.twin.store.Store;
import java.util.Optional;

/** Who may come in beside being well formed: namespaces that are there, quotas that have room. */
final class Admission {

    private final Kinds kinds;
    private final Store store;

    Admission(Kinds kinds, Store store) {
        this.kinds = kinds;
        this.store = store;
    }

    void namespaceExists(Target target) {
        var namespaces = kinds.builtIn("", "namespaces");
        var namespace =
                store.get(Target.of(namespaces, "", target.namespace()).key())
                        .orElseThrow(() -> Refusal.notFound(namespaces, target.namespace()));
        if (namespace.at("/metadata/deletionTimestamp").isTextual()) {
            throw Refusal.namespaceTerminating(target.kind(), target.name(), target.namespace());
        }
    }

    void check(Kind kind, Optional<ObjectNode> live, ObjectNode object) {
        if (live.isEmpty() && kind.namespaced()) {
            quotas(kind, object);
        }
    }

    private void quotas(Kind kind, ObjectNode object) {
        var namespace = object.at("/metadata/namespace").asText();
        var counted = "count/" + kind.resource();
        for (var quota : store.list("resourcequotas", namespace)) {
            var hard = quota.at("/spec/hard");
            var limit = hard.path(counted);
            var name = counted;
            if (limit.isMissingNode() && kind.gvk().group().isEmpty()) {
                limit = hard.path(kind.plural());
                name = kind.plural();
            }
            var used = store.list(kind.resource(), namespace).size();
            if (!limit.isMissingNode() && used >= limit.asInt()) {
                throw Refusal.forbidden(
                        kind,
                        object.at("/metadata/name").asText(),
                        "exceeded quota: %s, requested: %s=1, used: %s=%d, limited: %s=%s"
                                .formatted(
                                        quota.at("/metadata/name").asText(),
                                        name,
                                        name,
                                        used,
                                        name,
                                        limit.asText()));
            }
        }
    }

    /** Whether nothing but finalizers held a marked object: pods and namespaces have more to do. */
    static boolean finished(Kind kind, ObjectNode object) {
        return switch (kind.name()) {
            case "Pod" -> object.at("/metadata/deletionGracePeriodSeconds").asInt() == 0;
            case "Namespace" -> false;
            default -> true;
        };
    }
}
