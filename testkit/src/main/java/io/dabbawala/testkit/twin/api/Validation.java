package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.api.Refusal.Cause;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.store.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes an object invalid, with every cause at once. */
final class Validation {

    private static final String SUBDOMAIN_REGEX =
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private static final Pattern SUBDOMAIN = Pattern.compile(SUBDOMAIN_REGEX);
    private static final String KEY = "[-._a-zA-Z0-9]+";
    private static final Set<String> WORKLOADS =
            Set.of("Deployment", "ReplicaSet", "StatefulSet", "DaemonSet");

    private final List<Cause> causes = new ArrayList<>();

    private Validation() {}

    static void check(Kind kind, Optional<ObjectNode> live, ObjectNode object) {
        var validation = new Validation();
        validation.name(kind, object);
        if (kind.custom()) {
            validation.causes.addAll(SchemaRules.check(kind, object));
        } else {
            validation.builtIn(kind, live, object);
        }
        if (!validation.causes.isEmpty()) {
            throw Refusal.invalid(kind, object.at("/metadata/name").asText(), validation.causes);
        }
    }

    private void name(Kind kind, ObjectNode object) {
        var name = object.at("/metadata/name").asText();
        if (name.isEmpty()) {
            causes.add(Cause.required("metadata.name", "name or generateName is required"));
        } else if (!kind.gvk().group().startsWith("rbac.") && !SUBDOMAIN.matcher(name).matches()) {
            causes.add(
                    Cause.invalid(
                            "metadata.name",
                            "\"%s\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '%s')"
                                    .formatted(name, SUBDOMAIN_REGEX)));
        }
    }

    private void builtIn(Kind kind, Optional<ObjectNode> live, ObjectNode object) {
        var spec = object.path("spec");
        if (WORKLOADS.contains(kind.name())) {
            workload(spec);
            live.ifPresent(before -> unchanged(kind, before.path("spec"), spec));
        }
        switch (kind.name()) {
            case "Pod" -> containers(spec, "spec");
            case "Job" -> {
                containers(spec.at("/template/spec"), "spec.template.spec");
                live.ifPresent(before -> template(before.path("spec"), spec));
            }
            case "Service" -> service(spec);
            case "ConfigMap", "Secret" -> {
                keys(object.path("data"));
                live.ifPresent(before -> immutable(before, object));
            }
            default -> {}
        }
    }

    private void workload(JsonNode spec) {
        if (spec.path("replicas").asInt(0) < 0) {
            causes.add(
                    Cause.invalid(
                            "spec.replicas",
                            spec.get("replicas") + ": must be greater than or equal to 0"));
        }
        if (spec.path("selector").isEmpty()) {
            causes.add(Cause.required("spec.selector", ""));
        }
        var template = spec.path("template");
        if (spec.path("selector").isEmpty()
                || !Selector.of(spec.path("selector")).matches(template)) {
            causes.add(
                    Cause.invalid(
                            "spec.template.metadata.labels",
                            "%s: `selector` does not match template `labels`"
                                    .formatted(orNull(template.at("/metadata/labels")))));
        }
        containers(template.path("spec"), "spec.template.spec");
    }

    private void containers(JsonNode pod, String path) {
        if (pod.path("containers").isEmpty()) {
            causes.add(Cause.required(path + ".containers", ""));
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < pod.path("containers").size(); i++) {
            var container = pod.path("containers").get(i);
            var at = "%s.containers[%d]".formatted(path, i);
            var name = container.path("name").asText("");
            if (name.isEmpty()) {
                causes.add(Cause.required(at + ".name", ""));
            } else if (names.contains(name)) {
                causes.add(
                        new Cause(
                                "FieldValueDuplicate",
                                "Duplicate value: \"" + name + "\"",
                                at + ".name"));
            }
            names.add(name);
            if (container.path("image").asText("").isEmpty()) {
                causes.add(Cause.required(at + ".image", ""));
            }
        }
    }

    private void unchanged(Kind kind, JsonNode before, JsonNode spec) {
        if (!before.path("selector").equals(spec.path("selector"))) {
            causes.add(
                    Cause.invalid("spec.selector", spec.path("selector") + ": field is immutable"));
        }
        if (kind.name().equals("StatefulSet") && !statefulSetMayChange(before, spec)) {
            causes.add(
                    new Cause(
                            "FieldValueForbidden",
                            "Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
                            "spec"));
        }
    }

    private static boolean statefulSetMayChange(JsonNode before, JsonNode after) {
        return List.of("serviceName", "podManagementPolicy", "volumeClaimTemplates").stream()
                .allMatch(field -> before.path(field).equals(after.path(field)));
    }

    private void template(JsonNode before, JsonNode spec) {
        if (!before.path("template").equals(spec.path("template"))) {
            causes.add(
                    Cause.invalid("spec.template", spec.path("template") + ": field is immutable"));
        }
    }

    private void service(JsonNode spec) {
        if (spec.path("ports").isEmpty()
                && !spec.path("type").asText().equals("ExternalName")
                && !spec.path("clusterIP").asText().equals("None")) {
            causes.add(Cause.required("spec.ports", ""));
        }
    }

    private void keys(JsonNode data) {
        for (var entry : data.properties()) {
            if (!entry.getKey().matches(KEY)) {
                causes.add(
                        Cause.invalid(
                                "data[" + entry.getKey() + "]",
                                "\"%s\": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '%s')"
                                        .formatted(entry.getKey(), KEY)));
            }
        }
    }

    private void immutable(JsonNode before, JsonNode object) {
        if (before.path("immutable").asBoolean()
                && !before.path("data").equals(object.path("data"))) {
            causes.add(
                    new Cause(
                            "FieldValueForbidden",
                            "Forbidden: field is immutable when `immutable` is set",
                            "data"));
        }
    }

    private static String orNull(JsonNode value) {
        return value.isMissingNode() ? "null" : value.toString();
    }
}
