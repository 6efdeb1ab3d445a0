package io.dabbawala.testkit.twin;

import static io.dabbawala.testkit.twin.Contract.assertCode;
import static io.dabbawala.testkit.twin.Contract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server says about itself. */
interface DiscoveryContract extends Contract {

    @Test
    default void tells_its_version_and_that_it_is_ready() {
        assertThat(api().get("/version").text("/gitVersion")).isEqualTo("v1.36.3");
        assertThat(api().get("/readyz").body().asText()).isEqualTo("ok");
        assertThat(api().get("/livez").body().asText()).isEqualTo("ok");
    }

    @Test
    default void lists_its_groups() {
        assertThat(texts(api().get("/api").at("/versions"))).containsExactly("v1");
        var groups = api().get("/apis");
        assertThat(groups.text("/kind")).isEqualTo("APIGroupList");
        assertThat(groups.body().findValuesAsText("groupVersion"))
                .contains(
                        "apps/v1",
                        "batch/v1",
                        "networking.k8s.io/v1",
                        "autoscaling/v2",
                        "policy/v1",
                        "rbac.authorization.k8s.io/v1",
                        "apiextensions.k8s.io/v1",
                        "admissionregistration.k8s.io/v1",
                        "gateway.networking.k8s.io/v1");
        assertThat(api().get("/apis/autoscaling").text("/preferredVersion/version"))
                .isEqualTo("v2");
    }

    String KINDS =
            """
            /api/v1, namespaces, Namespace, false
            /api/v1, configmaps, ConfigMap, true
            /api/v1, secrets, Secret, true
            /api/v1, services, Service, true
            /api/v1, serviceaccounts, ServiceAccount, true
            /api/v1, pods, Pod, true
            /api/v1, persistentvolumeclaims, PersistentVolumeClaim, true
            /api/v1, resourcequotas, ResourceQuota, true
            /apis/apps/v1, deployments, Deployment, true
            /apis/apps/v1, statefulsets, StatefulSet, true
            /apis/apps/v1, daemonsets, DaemonSet, true
            /apis/apps/v1, replicasets, ReplicaSet, true
            /apis/batch/v1, jobs, Job, true
            /apis/batch/v1, cronjobs, CronJob, true
            /apis/networking.k8s.io/v1, ingresses, Ingress, true
            /apis/networking.k8s.io/v1, networkpolicies, NetworkPolicy, true
            /apis/autoscaling/v2, horizontalpodautoscalers, HorizontalPodAutoscaler, true
            /apis/policy/v1, poddisruptionbudgets, PodDisruptionBudget, true
            /apis/rbac.authorization.k8s.io/v1, roles, Role, true
            /apis/rbac.authorization.k8s.io/v1, rolebindings, RoleBinding, true
            /apis/rbac.authorization.k8s.io/v1, clusterroles, ClusterRole, false
            /apis/rbac.authorization.k8s.io/v1, clusterrolebindings, ClusterRoleBinding, false
            /apis/apiextensions.k8s.io/v1, customresourcedefinitions, CustomResourceDefinition, false
            /apis/admissionregistration.k8s.io/v1, validatingadmissionpolicies, ValidatingAdmissionPolicy, false
            /apis/gateway.networking.k8s.io/v1, httproutes, HTTPRoute, true
            /apis/gateway.networking.k8s.io/v1, gateways, Gateway, true
            /apis/gateway.networking.k8s.io/v1, gatewayclasses, GatewayClass, false
            """;

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    default void serves_the_kind(String path, String plural, String kind, boolean namespaced) {
        var found = new ArrayList<JsonNode>();
        api().get(path)
                .at("/resources")
                .forEach(
                        resource -> {
                            if (resource.path("name").asText().equals(plural)) {
                                found.add(resource);
                            }
                        });

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path("kind").asText()).isEqualTo(kind);
        assertThat(found.getFirst().path("namespaced").asBoolean()).isEqualTo(namespaced);
        assertThat(texts(found.getFirst().path("verbs")))
                .contains("create", "delete", "get", "list", "patch", "update", "watch");
    }

    @Test
    default void tells_the_subresources() {
        var names = api().get("/apis/apps/v1").at("/resources").findValuesAsText("name");

        assertThat(names).contains("deployments/status", "deployments/scale", "statefulsets/scale");
    }

    @Test
    default void knows_no_other_paths() {
        assertCode(api().get("/apis/nothing.example/v1/things"), 404);
        assertThat(api().get("/apis/nothing.example/v1/things").body().asText())
                .startsWith("404 page not found");
        assertRefused(
                api().get(apps("deployment")),
                404,
                "NotFound",
                "the server could not find the requested resource");
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
