package io.dabbawala.testkit.twin;

import static io.dabbawala.testkit.twin.Contract.assertCode;
import static io.dabbawala.testkit.twin.Contract.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What the server fills in: a client that compares must not take it for a difference. */
interface DefaultsContract extends Contract {

    String SELECTED =
            """
            "selector": {"matchLabels": {"app": "a"}}, "template": {"metadata": {"labels": {"app": "a"}},
             "spec": {"containers": [{"name": "app", "image": "app:1"}]}}
            """;

    String FILLED_IN =
            """
            {"replicas": 1, "paused": true,
             "selector": {"matchLabels": {"app": "a"}},
             "template": {"metadata": {"labels": {"app": "a"}}, "spec": {
              "volumes": [{"name": "v", "configMap": {"name": "c", "defaultMode": 420}},
               {"name": "e", "emptyDir": {}}],
              "containers": [{"name": "app", "image": "app",
               "ports": [{"containerPort": 80, "protocol": "TCP"}],
               "resources": {"limits": {"cpu": "500m", "memory": "1Gi"}},
               "volumeMounts": [{"name": "v", "mountPath": "/v"}],
               "livenessProbe": {"tcpSocket": {"port": 80}, "timeoutSeconds": 1,
                "periodSeconds": 10, "successThreshold": 1, "failureThreshold": 3},
               "readinessProbe": {"httpGet": {"path": "/", "port": 80, "scheme": "HTTP"},
                "timeoutSeconds": 1, "periodSeconds": 10, "successThreshold": 1,
                "failureThreshold": 3},
               "terminationMessagePath": "/dev/termination-log",
               "terminationMessagePolicy": "File", "imagePullPolicy": "Always"}],
              "restartPolicy": "Always", "terminationGracePeriodSeconds": 30,
              "dnsPolicy": "ClusterFirst", "securityContext": {},
              "schedulerName": "default-scheduler"}},
             "strategy": {"type": "RollingUpdate",
              "rollingUpdate": {"maxUnavailable": "25%", "maxSurge": "25%"}},
             "revisionHistoryLimit": 10, "progressDeadlineSeconds": 600}
            """;

    @Test
    default void fills_in_a_deployment() {
        var created =
                api().post(
                                apps("deployments"),
                                """
                                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "a"},
                                 "spec": {"paused": true, "selector": {"matchLabels": {"app": "a"}},
                                  "template": {"metadata": {"labels": {"app": "a"}}, "spec": {
                                   "containers": [{"name": "app", "image": "app",
                                    "ports": [{"containerPort": 80}],
                                    "resources": {"limits": {"cpu": "0.5", "memory": "1024Mi"}},
                                    "readinessProbe": {"httpGet": {"port": 80}},
                                    "livenessProbe": {"tcpSocket": {"port": 80}},
                                    "volumeMounts": [{"name": "v", "mountPath": "/v"}]}],
                                   "volumes": [{"name": "v", "configMap": {"name": "c"}},
                                    {"name": "e"}]}}}}
                                """);

        assertCode(created, 201);
        assertThat(created.at("/spec")).isEqualTo(json(FILLED_IN));
    }

    @Test
    default void fills_in_a_service() {
        var created =
                api().post(
                                core("services"),
                                """
                                {"metadata": {"name": "a"},
                                 "spec": {"selector": {"app": "a"}, "ports": [{"port": 80}]}}
                                """);

        var spec = (ObjectNode) created.at("/spec").deepCopy();
        assertThat(spec.get("clusterIP").asText()).startsWith("10.0.");
        assertThat(spec.get("clusterIPs").get(0)).isEqualTo(spec.get("clusterIP"));
        spec.remove(java.util.List.of("clusterIP", "clusterIPs"));
        assertThat(spec)
                .isEqualTo(
                        json(
                                """
                                {"selector": {"app": "a"}, "type": "ClusterIP",
                                 "ports": [{"port": 80, "protocol": "TCP", "targetPort": 80}],
                                 "sessionAffinity": "None", "internalTrafficPolicy": "Cluster",
                                 "ipFamilies": ["IPv4"], "ipFamilyPolicy": "SingleStack"}
                                """));
    }

    @Test
    default void keeps_the_address_of_a_service() {
        var body =
                """
                {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"},
                 "spec": {"selector": {"app": "a"}, "ports": [{"port": 80}]}}
                """;
        var created = api().apply(core("services/a"), "one", body);
        var again = api().apply(core("services/a"), "one", body.replace("80", "81"));

        assertThat(again.text("/spec/clusterIP")).isEqualTo(created.text("/spec/clusterIP"));
        assertThat(again.at("/spec/ports"))
                .isEqualTo(json("[{\"port\": 81, \"protocol\": \"TCP\", \"targetPort\": 81}]"));
    }

    @Test
    default void fills_in_a_route() {
        var created =
                api().post(
                                group("gateway.networking.k8s.io/v1", "httproutes"),
                                """
                                {"apiVersion": "gateway.networking.k8s.io/v1", "kind": "HTTPRoute",
                                 "metadata": {"name": "r"},
                                 "spec": {"parentRefs": [{"name": "g"}],
                                  "rules": [{"backendRefs": [{"name": "a", "port": 80}]}]}}
                                """);

        assertThat(created.at("/spec"))
                .isEqualTo(
                        json(
                                """
                                {"parentRefs": [{"group": "gateway.networking.k8s.io", "kind": "Gateway",
                                  "name": "g"}],
                                 "rules": [{"backendRefs": [{"group": "", "kind": "Service", "name": "a",
                                   "port": 80, "weight": 1}],
                                  "matches": [{"path": {"type": "PathPrefix", "value": "/"}}]}]}
                                """));
    }

    @Test
    default void fills_in_the_other_workloads() {
        var set =
                api().post(
                                apps("statefulsets"),
                                "{\"metadata\": {\"name\": \"a\"}, \"spec\": {\"replicas\": 0, \"serviceName\": \"a\", %s}}"
                                        .formatted(SELECTED));
        assertThat(set.text("/spec/podManagementPolicy")).isEqualTo("OrderedReady");
        assertThat(set.at("/spec/updateStrategy"))
                .isEqualTo(
                        json(
                                "{\"type\": \"RollingUpdate\", \"rollingUpdate\": {\"partition\": 0}}"));
        assertThat(set.at("/spec/persistentVolumeClaimRetentionPolicy"))
                .isEqualTo(json("{\"whenDeleted\": \"Retain\", \"whenScaled\": \"Retain\"}"));
        var daemon =
                api().post(
                                apps("daemonsets"),
                                "{\"metadata\": {\"name\": \"a\"}, \"spec\": {%s}}"
                                        .formatted(SELECTED));
        assertThat(daemon.at("/spec/updateStrategy"))
                .isEqualTo(
                        json(
                                "{\"type\": \"RollingUpdate\", \"rollingUpdate\": {\"maxUnavailable\": 1, \"maxSurge\": 0}}"));
    }

    @Test
    default void fills_in_a_cron_job() {
        var cron =
                api().post(
                                group("batch/v1", "cronjobs"),
                                """
                                {"metadata": {"name": "a"}, "spec": {"schedule": "0 0 1 1 *", "jobTemplate":
                                 {"spec": {"template": {"spec": {"restartPolicy": "Never",
                                  "containers": [{"name": "app", "image": "app:1"}]}}}}}}
                                """);
        assertThat(cron.text("/spec/concurrencyPolicy")).isEqualTo("Allow");
        assertThat(cron.at("/spec/jobTemplate/metadata")).isEqualTo(json("{}"));
        assertThat(cron.at("/spec/jobTemplate/spec/template/metadata")).isEqualTo(json("{}"));
        assertThat(cron.text("/spec/jobTemplate/spec/template/spec/dnsPolicy"))
                .isEqualTo("ClusterFirst");
    }

    @Test
    default void fills_in_what_belongs_to_a_namespace() {
        var namespace = api().get("/api/v1/namespaces/" + namespace());
        assertThat(namespace.at("/metadata/labels").path("kubernetes.io/metadata.name").asText())
                .isEqualTo(namespace());
        assertThat(namespace.text("/status/phase")).isEqualTo("Active");
        assertThat(namespace.at("/spec/finalizers")).isEqualTo(json("[\"kubernetes\"]"));
        var secret =
                api().post(
                                core("secrets"),
                                "{\"metadata\": {\"name\": \"a\"}, \"stringData\": {\"k\": \"v\"}}");
        assertThat(secret.text("/type")).isEqualTo("Opaque");
        assertThat(secret.text("/data/k")).isEqualTo("dg==");
        assertThat(secret.at("/stringData").isMissingNode()).isTrue();
    }
}
