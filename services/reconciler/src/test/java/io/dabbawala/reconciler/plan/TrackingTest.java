package io.dabbawala.reconciler.plan;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrackingTest {

    @Test
    void ids_are_written_as_argo_cd_writes_them() {
        assertThat(Tracking.idOf("argocd/web", Fixtures.ref("ConfigMap", "c"), "x"))
                .isEqualTo("web:/ConfigMap:shop/c");
        assertThat(Tracking.idOf("team/web", Fixtures.ref("Deployment", "d"), "x"))
                .isEqualTo("team_web:apps/Deployment:shop/d");
        assertThat(
                        Tracking.idOf(
                                "argocd/web",
                                ObjectRef.of(
                                        "rbac.authorization.k8s.io/v1", "ClusterRole", "", "r"),
                                "shop"))
                .isEqualTo("web:rbac.authorization.k8s.io/ClusterRole:shop/r");
    }

    @Test
    void an_id_names_its_application_when_it_describes_its_object() {
        assertThat(owner(config("c", "1"), "web:/ConfigMap:shop/c")).contains("argocd/web");
        assertThat(owner(deployment("d", "x:1"), "team_web:apps/Deployment:shop/d"))
                .contains("team/web");
        var role =
                object(
                        "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'ClusterRole',"
                                + "'metadata':{'name':'r'}}");
        assertThat(owner(role, "web:rbac.authorization.k8s.io/ClusterRole:shop/r"))
                .contains("argocd/web");
    }

    @Test
    void an_id_of_another_object_or_of_nothing_names_nobody() {
        assertThat(owner(config("copy", "1"), "web:/ConfigMap:shop/c")).isEmpty();
        assertThat(owner(config("c", "1"), "web:apps/ConfigMap:shop/c")).isEmpty();
        assertThat(owner(config("c", "1"), "web:/ConfigMap:other/c")).isEmpty();
        assertThat(owner(config("c", "1"), "web:/ConfigMap")).isEmpty();
        assertThat(Tracking.applicationOf(LiveObject.of(config("c", "1")))).isEmpty();
    }

    private static Optional<String> owner(Map<String, Object> content, String id) {
        return Tracking.applicationOf(LiveObject.of(annotated(content, Tracking.ANNOTATION, id)));
    }
}
