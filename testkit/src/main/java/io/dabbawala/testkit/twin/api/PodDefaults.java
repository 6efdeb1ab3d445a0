package io.dabbawala.testkit.twin.api;

import static io.dabbawala.testkit.twin.api.Defaults.absent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the server fills in in a pod and in the template of one. */
final class PodDefaults {

    private static final int READABLE = 0644;

    private PodDefaults() {}

    /** A pod asks for what it is limited to; its template does not say so yet. */
    static void requests(ObjectNode pod) {
        for (var container : pod.path("containers")) {
            for (var limit : container.at("/resources/limits").properties()) {
                var requests = ((ObjectNode) container.get("resources")).withObject("/requests");
                if (!requests.has(limit.getKey())) {
                    requests.set(limit.getKey(), limit.getValue());
                }
            }
        }
    }

    static void fill(ObjectNode pod) {
        for (var list : List.of("containers", "initContainers")) {
            pod.path(list).forEach(c -> container((ObjectNode) c));
        }
        absent(pod, "restartPolicy", "Always");
        absent(pod, "terminationGracePeriodSeconds", 30);
        absent(pod, "dnsPolicy", "ClusterFirst");
        pod.withObject("/securityContext");
        absent(pod, "schedulerName", "default-scheduler");
        if (pod.has("serviceAccountName")) {
            pod.put("serviceAccount", pod.get("serviceAccountName").asText());
        } else if (pod.has("serviceAccount")) {
            pod.put("serviceAccountName", pod.get("serviceAccount").asText());
        }
        pod.path("volumes").forEach(volume -> volume((ObjectNode) volume));
    }

    private static void container(ObjectNode container) {
        container.withObject("/resources");
        absent(container, "terminationMessagePath", "/dev/termination-log");
        absent(container, "terminationMessagePolicy", "File");
        absent(
                container,
                "imagePullPolicy",
                always(container.path("image").asText()) ? "Always" : "IfNotPresent");
        container.path("ports").forEach(port -> absent((ObjectNode) port, "protocol", "TCP"));
        for (var probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            if (container.get(probe) instanceof ObjectNode given) {
                probe(given);
            }
        }
        container
                .path("env")
                .forEach(
                        variable -> {
                            if (variable.at("/valueFrom/fieldRef") instanceof ObjectNode field) {
                                absent(field, "apiVersion", "v1");
                            }
                        });
    }

    /** The newest image cannot be told from the name, so it is asked for each time. */
    private static boolean always(String image) {
        if (image.contains("@")) {
            return false;
        }
        var name = image.substring(image.lastIndexOf('/') + 1);
        return !name.contains(":") || name.endsWith(":latest");
    }

    private static void probe(ObjectNode probe) {
        if (probe.get("httpGet") instanceof ObjectNode http) {
            absent(http, "path", "/");
            absent(http, "scheme", "HTTP");
        }
        if (probe.get("grpc") instanceof ObjectNode grpc) {
            absent(grpc, "service", "");
        }
        absent(probe, "timeoutSeconds", 1);
        absent(probe, "periodSeconds", 10);
        absent(probe, "successThreshold", 1);
        absent(probe, "failureThreshold", 3);
    }

    private static void volume(ObjectNode volume) {
        for (var source : List.of("configMap", "secret", "projected", "downwardAPI")) {
            if (volume.get(source) instanceof ObjectNode given) {
                absent(given, "defaultMode", READABLE);
            }
        }
        if (volume.get("hostPath") instanceof ObjectNode path) {
            absent(path, "type", "");
        }
        if (volume.size() == 1) {
            volume.putObject("emptyDir");
        }
    }
}
