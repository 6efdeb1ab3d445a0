package io.dabbawala.testkit.twin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dabbawala.testkit.twin.schema.Kind;
import io.dabbawala.testkit.twin.schema.Schema;

/** What the server fills in where a manifest is silent. */
final class Defaults {

    private Defaults() {}

    static void fill(Kind kind, ObjectNode object) {
        if (kind.custom()) {
            fillFromSchema(kind.schema(), object);
            return;
        }
        switch (kind.name()) {
            case "Pod" -> {
                PodDefaults.fill(spec(object));
                PodDefaults.requests(spec(object));
            }
            case "Deployment" -> deployment(spec(object));
            case "ReplicaSet" -> replicas(spec(object));
            case "StatefulSet" -> statefulSet(spec(object));
            case "DaemonSet" -> daemonSet(spec(object));
            case "Job" -> job(spec(object));
            case "CronJob" -> cronJob(spec(object));
            case "Service" -> ServiceDefaults.fill(spec(object));
            case "Secret" -> absent(object, "type", "Opaque");
            case "Namespace" -> namespace(object);
            case "PersistentVolumeClaim" -> absent(spec(object), "volumeMode", "Filesystem");
            case "HorizontalPodAutoscaler" -> absent(spec(object), "minReplicas", 1);
            case "NetworkPolicy" -> networkPolicy(spec(object));
            case "RoleBinding", "ClusterRoleBinding" -> binding(object);
            case "ValidatingAdmissionPolicy" -> {
                absent(spec(object), "failurePolicy", "Fail");
                matching(spec(object).withObject("/matchConstraints"));
            }
            case "ValidatingAdmissionPolicyBinding" -> {
                if (spec(object).get("matchResources") instanceof ObjectNode resources) {
                    matching(resources);
                }
            }
            default -> {}
        }
    }

    static ObjectNode spec(ObjectNode object) {
        return object.withObject("/spec");
    }

    static void absent(ObjectNode object, String field, String value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }

    static void absent(ObjectNode object, String field, int value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }

    static void absent(ObjectNode object, String field, boolean value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }

    private static void deployment(ObjectNode spec) {
        replicas(spec);
        var strategy = spec.withObject("/strategy");
        absent(strategy, "type", "RollingUpdate");
        if (strategy.get("type").asText().equals("RollingUpdate")) {
            var rolling = strategy.withObject("/rollingUpdate");
            absent(rolling, "maxUnavailable", "25%");
            absent(rolling, "maxSurge", "25%");
        }
        absent(spec, "revisionHistoryLimit", 10);
        absent(spec, "progressDeadlineSeconds", 600);
    }

    private static void replicas(ObjectNode spec) {
        absent(spec, "replicas", 1);
        template(spec);
    }

    private static void template(ObjectNode spec) {
        if (spec.path("template").path("spec") instanceof ObjectNode pod) {
            spec.withObject("/template/metadata");
            PodDefaults.fill(pod);
        }
    }

    private static void statefulSet(ObjectNode spec) {
        replicas(spec);
        absent(spec, "podManagementPolicy", "OrderedReady");
        var strategy = spec.withObject("/updateStrategy");
        absent(strategy, "type", "RollingUpdate");
        if (strategy.get("type").asText().equals("RollingUpdate")) {
            absent(strategy.withObject("/rollingUpdate"), "partition", 0);
        }
        absent(spec, "revisionHistoryLimit", 10);
        var retention = spec.withObject("/persistentVolumeClaimRetentionPolicy");
        absent(retention, "whenDeleted", "Retain");
        absent(retention, "whenScaled", "Retain");
        spec.path("volumeClaimTemplates")
                .forEach(
                        claim -> {
                            var template = (ObjectNode) claim;
                            absent(template, "kind", "PersistentVolumeClaim");
                            absent(template, "apiVersion", "v1");
                            absent(template.withObject("/spec"), "volumeMode", "Filesystem");
                            absent(template.withObject("/status"), "phase", "Pending");
                        });
    }

    private static void daemonSet(ObjectNode spec) {
        template(spec);
        var strategy = spec.withObject("/updateStrategy");
        absent(strategy, "type", "RollingUpdate");
        if (strategy.get("type").asText().equals("RollingUpdate")) {
            var rolling = strategy.withObject("/rollingUpdate");
            absent(rolling, "maxUnavailable", 1);
            absent(rolling, "maxSurge", 0);
        }
        absent(spec, "revisionHistoryLimit", 10);
    }

    private static void job(ObjectNode spec) {
        template(spec);
        if (!spec.has("completions") && !spec.has("parallelism")) {
            spec.put("completions", 1);
        }
        absent(spec, "parallelism", 1);
        absent(spec, "backoffLimit", 6);
        absent(spec, "completionMode", "NonIndexed");
        absent(spec, "suspend", false);
        absent(spec, "podReplacementPolicy", "TerminatingOrFailed");
        absent(spec, "manualSelector", false);
    }

    private static void cronJob(ObjectNode spec) {
        absent(spec, "concurrencyPolicy", "Allow");
        absent(spec, "suspend", false);
        absent(spec, "successfulJobsHistoryLimit", 3);
        absent(spec, "failedJobsHistoryLimit", 1);
        if (spec.path("jobTemplate").path("spec") instanceof ObjectNode job) {
            spec.withObject("/jobTemplate/metadata");
            template(job);
        }
    }

    private static void namespace(ObjectNode object) {
        object.withObject("/metadata/labels")
                .put("kubernetes.io/metadata.name", object.at("/metadata/name").asText());
        if (!spec(object).has("finalizers")) {
            spec(object).putArray("finalizers").add("kubernetes");
        }
        absent(object.withObject("/status"), "phase", "Active");
    }

    private static void networkPolicy(ObjectNode spec) {
        if (!spec.has("policyTypes")) {
            var types = spec.putArray("policyTypes").add("Ingress");
            if (spec.path("egress").size() > 0) {
                types.add("Egress");
            }
        }
    }

    private static void binding(ObjectNode object) {
        if (object.get("roleRef") instanceof ObjectNode role) {
            absent(role, "apiGroup", "rbac.authorization.k8s.io");
        }
        object.path("subjects")
                .forEach(
                        subject -> {
                            if (!subject.path("kind").asText().equals("ServiceAccount")) {
                                absent(
                                        (ObjectNode) subject,
                                        "apiGroup",
                                        "rbac.authorization.k8s.io");
                            }
                        });
    }

    private static void matching(ObjectNode constraints) {
        absent(constraints, "matchPolicy", "Equivalent");
        constraints.withObject("/namespaceSelector");
        constraints.withObject("/objectSelector");
        constraints.path("resourceRules").forEach(rule -> absent((ObjectNode) rule, "scope", "*"));
    }

    private static void fillFromSchema(Schema schema, JsonNode value) {
        if (schema instanceof Schema.Struct struct && value instanceof ObjectNode object) {
            struct.rules()
                    .forEach(
                            (name, rules) -> {
                                var preset = rules.schema().path("default");
                                if (!preset.isMissingNode() && !object.has(name)) {
                                    object.set(name, preset.deepCopy());
                                }
                            });
            object.properties()
                    .forEach(
                            f ->
                                    fillFromSchema(
                                            struct.fields()
                                                    .getOrDefault(f.getKey(), Schema.Scalar.ANY),
                                            f.getValue()));
        } else if (schema instanceof Schema.Items list) {
            value.forEach(item -> fillFromSchema(list.item(), item));
        } else if (schema instanceof Schema.Dictionary dictionary) {
            value.forEach(item -> fillFromSchema(dictionary.value(), item));
        }
    }
}
