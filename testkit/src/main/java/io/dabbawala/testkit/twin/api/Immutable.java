package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Kind;
import java.util.List;

/** What an update may leave out and yet not change. */
final class Immutable {

    private Immutable() {}

    static void keep(Kind kind, JsonNode live, ObjectNode object) {
        object.withObject("/metadata").set("name", live.at("/metadata/name"));
        switch (kind.name()) {
            case "Service" ->
                    inherit(
                            live,
                            object,
                            "clusterIP",
                            "clusterIPs",
                            "ipFamilies",
                            "ipFamilyPolicy");
            case "Job" -> {
                inherit(live, object, "selector");
                labels(live, object);
            }
            case "PersistentVolumeClaim" -> inherit(live, object, "volumeName", "storageClassName");
            case "Namespace" ->
                    object.withObject("/spec").set("finalizers", live.at("/spec/finalizers"));
            default -> {}
        }
    }

    /** The labels the server put on a Job's template. */
    private static void labels(JsonNode live, ObjectNode object) {
        var labels = object.withObject("/spec/template/metadata/labels");
        for (var label : live.at("/spec/template/metadata/labels").properties()) {
            if (!labels.has(label.getKey())) {
                labels.set(label.getKey(), label.getValue());
            }
        }
    }

    private static void inherit(JsonNode live, ObjectNode object, String... fields) {
        for (var field : List.of(fields)) {
            var value = live.path("spec").path(field);
            if (!value.isMissingNode() && !object.path("spec").has(field)) {
                object.withObject("/spec").set(field, value);
            }
        }
    }
}
