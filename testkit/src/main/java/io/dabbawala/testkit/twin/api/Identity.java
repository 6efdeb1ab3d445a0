package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Kind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The part of metadata that is the server's: given once, or counted by it. */
final class Identity {

    private static final Set<String> WITHOUT_GENERATION =
            Set.of(
                    "ConfigMap",
                    "Secret",
                    "Namespace",
                    "Node",
                    "Service",
                    "ServiceAccount",
                    "PersistentVolume",
                    "PersistentVolumeClaim",
                    "ResourceQuota",
                    "LimitRange",
                    "Event",
                    "Endpoints",
                    "ControllerRevision",
                    "HorizontalPodAutoscaler",
                    "Role",
                    "RoleBinding",
                    "ClusterRole",
                    "ClusterRoleBinding",
                    "Lease",
                    "StorageClass");
    private static final List<String> GIVEN_ONCE =
            List.of(
                    "uid",
                    "creationTimestamp",
                    "generation",
                    "deletionTimestamp",
                    "deletionGracePeriodSeconds",
                    "resourceVersion",
                    "namespace",
                    "selfLink");
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private Identity() {}

    static void give(Kind kind, ObjectNode object, String namespace, String now) {
        var metadata = object.withObject("/metadata");
        GIVEN_ONCE.forEach(metadata::remove);
        if (kind.namespaced()) {
            metadata.put("namespace", namespace);
        }
        metadata.put("uid", UUID.randomUUID().toString()).put("creationTimestamp", now);
        if (counts(kind)) {
            metadata.put("generation", 1);
        }
    }

    /** Keeps what was given, and counts up when what is wanted changed. */
    static void keep(Kind kind, JsonNode live, ObjectNode object) {
        var metadata = object.withObject("/metadata");
        for (var field : GIVEN_ONCE) {
            var value = live.at("/metadata/" + field);
            metadata.remove(field);
            if (!value.isMissingNode()) {
                metadata.set(field, value);
            }
        }
        if (counts(kind) && !wanted(live).equals(wanted(object))) {
            metadata.put("generation", metadata.path("generation").asInt() + 1);
        }
    }

    static String generatedName(String prefix) {
        var name = new StringBuilder(prefix);
        for (int i = 0; i < 5; i++) {
            name.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
        }
        return name.toString();
    }

    private static boolean counts(Kind kind) {
        return kind.custom() || !WITHOUT_GENERATION.contains(kind.name());
    }

    private static JsonNode wanted(JsonNode object) {
        ObjectNode wanted = object.deepCopy();
        wanted.remove(List.of("metadata", "status"));
        return wanted;
    }
}
