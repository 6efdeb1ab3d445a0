package io.dabbawala.testkit.twin.store;

import io.dabbawala.testkit.twin.schema.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** By which fields objects of a kind can be selected, beside their name and namespace. */
record SelectableFields(Kind kind) {

    private static final Map<String, List<String>> MORE =
            Map.of(
                    "Pod",
                    List.of(
                            "spec.nodeName",
                            "spec.restartPolicy",
                            "spec.schedulerName",
                            "spec.serviceAccountName",
                            "status.phase",
                            "status.podIP"),
                    "Node",
                    List.of("spec.unschedulable"),
                    "Namespace",
                    List.of("status.phase"),
                    "Secret",
                    List.of("type"),
                    "Service",
                    List.of("spec.clusterIP", "spec.type"),
                    "Job",
                    List.of("status.successful"),
                    "Event",
                    List.of(
                            "involvedObject.kind",
                            "involvedObject.namespace",
                            "involvedObject.name",
                            "involvedObject.uid",
                            "reason",
                            "type"));

    /** JSON pointer of the field. */
    String pointer(String field) {
        var known = new ArrayList<>(List.of("metadata.name", "metadata.namespace"));
        known.addAll(MORE.getOrDefault(kind.name(), List.of()));
        if (!known.contains(field)) {
            throw new Selector.Unreadable(
                    kind.custom() || MORE.containsKey(kind.name())
                            ? "field label not supported: " + field
                            : "\"%s\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\""
                                    .formatted(field));
        }
        return "/" + field.replace('.', '/');
    }
}
