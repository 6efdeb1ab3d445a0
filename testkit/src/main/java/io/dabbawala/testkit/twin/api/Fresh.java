package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an object has from its first moment, before any controller saw it. */
final class Fresh {

    private Fresh() {}

    /** What the server's type of a kind has without being told anything. */
    static ObjectNode zero(Kind kind) {
        var zero = Writes.JSON.objectNode();
        zero.putObject("metadata");
        if (kind.custom()) {
            return zero;
        }
        var spec = zero.putObject("spec");
        if (kind.name().equals("Pod")) {
            spec.putArray("containers");
        } else if (kind.schema().fields().get("spec") instanceof Schema.Struct shape
                && shape.fields().containsKey("template")) {
            spec.putObject("strategy");
            spec.putObject("updateStrategy");
            var template = spec.putObject("template");
            template.putObject("metadata");
            template.putObject("spec").putArray("containers");
        }
        return zero;
    }

    static void complete(Kind kind, ObjectNode object, String now) {
        switch (kind.name()) {
            case "Namespace" -> object.withObject("/status").put("phase", "Active");
            case "Pod" -> {
                object.withObject("/status").put("phase", "Pending").put("qosClass", "BestEffort");
                Defaults.absent(object.withObject("/spec"), "enableServiceLinks", true);
                Defaults.absent(object.withObject("/spec"), "priority", 0);
                Defaults.absent(
                        object.withObject("/spec"), "preemptionPolicy", "PreemptLowerPriority");
            }
            case "PersistentVolumeClaim" -> object.withObject("/status").put("phase", "Pending");
            case "Service", "Ingress" -> object.withObject("/status").putObject("loadBalancer");
            case "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "Job", "CronJob" -> {
                if (!object.has("status")) {
                    object.putObject("status");
                }
            }
            case "Secret" -> secret(object);
            case "CustomResourceDefinition" -> definition(object, now);
            default -> {}
        }
    }

    /** A Job finds its pods by its own uid, unless it says how. */
    static void completeWithUid(Kind kind, ObjectNode object) {
        if (!kind.name().equals("Job") || object.at("/spec/manualSelector").asBoolean()) {
            return;
        }
        var uid = object.at("/metadata/uid").asText();
        var name = object.at("/metadata/name").asText();
        var spec = object.withObject("/spec");
        spec.withObject("/selector/matchLabels").put("batch.kubernetes.io/controller-uid", uid);
        var template = spec.withObject("/template/metadata/labels");
        template.put("batch.kubernetes.io/controller-uid", uid);
        template.put("batch.kubernetes.io/job-name", name);
        template.put("controller-uid", uid).put("job-name", name);
        object.withObject("/metadata/labels").setAll(template);
    }

    /** Texts are written as bytes and not kept. */
    static void secret(ObjectNode object) {
        var texts = object.remove("stringData");
        if (texts != null) {
            for (var text : texts.properties()) {
                object.withObject("/data")
                        .put(
                                text.getKey(),
                                Base64.getEncoder()
                                        .encodeToString(
                                                text.getValue()
                                                        .asText()
                                                        .getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static void definition(ObjectNode object, String now) {
        var spec = object.withObject("/spec");
        var names = spec.withObject("/names");
        Defaults.absent(
                names, "singular", names.path("kind").asText().toLowerCase(java.util.Locale.ROOT));
        Defaults.absent(names, "listKind", names.path("kind").asText() + "List");
        var status = object.putObject("status");
        status.set("acceptedNames", names.deepCopy());
        var conditions = status.putArray("conditions");
        conditions
                .addObject()
                .put("type", "NamesAccepted")
                .put("status", "True")
                .put("lastTransitionTime", now)
                .put("reason", "NoConflicts")
                .put("message", "no conflicts found");
        conditions
                .addObject()
                .put("type", "Established")
                .put("status", "True")
                .put("lastTransitionTime", now)
                .put("reason", "InitialNamesAccepted")
                .put("message", "the initial names have been accepted");
        var stored = status.putArray("storedVersions");
        spec.path("versions")
                .forEach(
                        version -> {
                            if (version.path("storage").asBoolean()) {
                                stored.add(version.path("name").asText());
                            }
                        });
    }
}
