package io.dabbawala.reconciler.application;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.Tracking.Method;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.plan.Fixtures;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(Tracking.BY_ANNOTATION.applicationOf(LiveObject.of(config("c", "1")))).isEmpty();
    }

    @Test
    void a_label_names_its_application_only_where_argo_cd_tracked_by_label() {
        var labelled = labelled("app.kubernetes.io/instance", "web");
        var byLabel = new Tracking(Method.LABEL, Tracking.INSTANCE, "");

        assertThat(byLabel.applicationOf(labelled)).contains("argocd/web");
        assertThat(byLabel.applicationOf(labelled("app.kubernetes.io/instance", "team_web")))
                .contains("team/web");
        assertThat(Tracking.BY_ANNOTATION.applicationOf(labelled)).isEmpty();
        assertThat(
                        new Tracking(Method.ANNOTATION_AND_LABEL, Tracking.INSTANCE, "")
                                .applicationOf(labelled))
                .isEmpty();
        assertThat(new Tracking(Method.LABEL, "example.org/app", "").applicationOf(labelled))
                .isEmpty();
    }

    @Test
    void a_label_that_comes_from_an_owner_says_nothing() {
        var owned =
                object(
                        "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'p','namespace':'shop',"
                                + "'labels':{'app.kubernetes.io/instance':'web'},"
                                + "'ownerReferences':[{'kind':'ReplicaSet','name':'r'}]}}");

        assertThat(
                        new Tracking(Method.LABEL, Tracking.INSTANCE, "")
                                .applicationOf(LiveObject.of(owned)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "v1|ConfigMap|\"\"|flux-system/web",
                "v1|Endpoints|\"\"|\"\"",
                "example.org/v1|Endpoints|\"\"|flux-system/web",
                "discovery.k8s.io/v1|EndpointSlice|{'kind':'Service','name':'web'}|\"\""
            })
    void flux_s_labels_name_its_kustomization_unless_somebody_copied_them(
            String apiVersion, String kind, String owner, String application) {
        var labelled =
                object(
                        """
                        {'apiVersion':'%s','kind':'%s','metadata':{'name':'web','namespace':'shop',
                         'labels':{'kustomize.toolkit.fluxcd.io/name':'web',
                                   'kustomize.toolkit.fluxcd.io/namespace':'flux-system'},
                         'ownerReferences':[%s]}}
                        """
                                .formatted(apiVersion, kind, owner));

        assertThat(Tracking.BY_ANNOTATION.applicationOf(LiveObject.of(labelled)).orElse(""))
                .isEqualTo(application);
    }

    @Test
    void an_object_of_another_installation_is_not_ours() {
        var tracked = annotated(config("c", "1"), Tracking.ANNOTATION, "web:/ConfigMap:shop/c");
        var pune = new Tracking(Method.ANNOTATION, Tracking.INSTANCE, "pune");
        var installation = "argocd.argoproj.io/installation-id";

        assertThat(pune.applicationOf(LiveObject.of(annotated(tracked, installation, "pune"))))
                .contains("argocd/web");
        assertThat(pune.applicationOf(LiveObject.of(annotated(tracked, installation, "goa"))))
                .isEmpty();
        assertThat(pune.applicationOf(LiveObject.of(tracked))).isEmpty();
    }

    @Test
    void objects_carry_what_the_way_of_tracking_asks_for() {
        var ref = Fixtures.ref("ConfigMap", "c");
        var name = "a".repeat(60) + "-_.b";
        var both = new Tracking(Method.ANNOTATION_AND_LABEL, Tracking.INSTANCE, "pune");
        var label = new Tracking(Method.LABEL, "example.org/app", "");

        var marked = both.mark(Map.of("name", "c"), "argocd/" + name, ref, "shop");

        assertThat(Tree.text(marked, "annotations", Tracking.ANNOTATION)).startsWith(name + ":");
        assertThat(Tree.text(marked, "annotations", "argocd.argoproj.io/installation-id"))
                .isEqualTo("pune");
        assertThat(Tree.text(marked, "labels", Tracking.INSTANCE)).isEqualTo("a".repeat(60));
        assertThat(
                        Tree.text(
                                label.mark(Map.of(), "argocd/" + name, ref, "shop"),
                                "labels",
                                "example.org/app"))
                .as("the API server says no to it, as with Argo CD")
                .isEqualTo(name);
        assertThat(Tracking.BY_ANNOTATION.mark(Map.of(), "argocd/web", ref, "shop"))
                .containsOnlyKeys("annotations");
    }

    private static LiveObject labelled(String label, String instance) {
        return LiveObject.of(
                object(
                        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c',"
                                + "'namespace':'shop','labels':{'%s':'%s'}}}"
                                        .formatted(label, instance)));
    }

    private static Optional<String> owner(Map<String, Object> content, String id) {
        return Tracking.BY_ANNOTATION.applicationOf(
                LiveObject.of(annotated(content, Tracking.ANNOTATION, id)));
    }
}
