package io.dabbawala.reconciler.ownership;

import static io.dabbawala.reconciler.diff.Objects.managed;
import static io.dabbawala.reconciler.diff.Objects.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.plan.Fixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdoptionTest {

    private static final String A = "{'f:data':{'f:a':{}}}";
    private static final Map<String, Object> PLAIN = of("v1/ConfigMap", "{}");

    @ParameterizedTest
    @CsvSource({
        "argocd-controller,Apply,true",
        "argocd-controller,Update,true",
        "kustomize-controller,Apply,true",
        "kubectl-client-side-apply,Update,true",
        "kubectl-client-side-apply,Apply,false",
        "kubectl,Apply,false",
        "kubectl-edit,Update,false",
        "dabbawala,Apply,false"
    })
    void only_other_deliverers_are_followed(String manager, String operation, boolean isDue) {
        var live = LiveObject.of(managed(PLAIN, manager, operation, A));

        assertThat(Adoption.FROM_ALL.isDue(live)).isEqualTo(isDue);
        assertThat(Adoption.FROM_ALL.of(live).isPresent()).isEqualTo(isDue);
    }

    @Test
    void their_fields_become_ours_and_other_managers_keep_theirs() {
        var server = managed(PLAIN, "argocd-controller", "Apply", A);
        var client =
                managed(
                        server,
                        "kubectl-client-side-apply",
                        "Update",
                        "{'f:data':{'f:b':{}},'f:metadata':{'f:annotations':"
                                + "{'f:kubectl.kubernetes.io/last-applied-configuration':{}}}}");
        var live = managed(client, "hpa", "Update", "{'f:spec':{'f:replicas':{}}}");

        var entries = Adoption.FROM_ALL.of(LiveObject.of(live)).orElseThrow();

        assertThat(entries).hasSize(2);
        assertThat(Tree.text(entries.getFirst(), "manager")).isEqualTo("dabbawala");
        assertThat(Tree.text(entries.getFirst(), "operation")).isEqualTo("Apply");
        assertThat(Tree.map(entries.getFirst(), "fieldsV1"))
                .isEqualTo(
                        Fixtures.object(
                                "{'f:data':{'f:a':{},'f:b':{}},'f:metadata':{'f:annotations':{}}}"));
        assertThat(entries.getLast())
                .isEqualTo(Tree.list(live, "metadata", "managedFields").getLast());
    }

    @Test
    void where_what_kubectl_wrote_stays_only_the_others_are_followed() {
        var client = managed(PLAIN, "kubectl-client-side-apply", "Update", A);
        assertThat(Adoption.NOT_FROM_KUBECTL.isDue(LiveObject.of(client))).isFalse();

        var both = managed(client, "kustomize-controller", "Apply", "{'f:data':{'f:b':{}}}");
        var entries = Adoption.NOT_FROM_KUBECTL.of(LiveObject.of(both)).orElseThrow();

        assertThat(entries)
                .extracting(entry -> Tree.text(entry, "manager"))
                .containsExactly("dabbawala", "kubectl-client-side-apply");
        assertThat(Tree.map(entries.getFirst(), "fieldsV1"))
                .isEqualTo(Fixtures.object("{'f:data':{'f:b':{}}}"));
    }

    @Test
    void an_object_that_we_have_applied_is_not_adopted_again() {
        var live =
                managed(managed(PLAIN, "dabbawala", "Apply", A), "argocd-controller", "Apply", A);

        assertThat(Adoption.FROM_ALL.of(LiveObject.of(live))).isEmpty();
    }

    @Test
    void what_belongs_to_the_status_is_nobody_s_to_take() {
        var entry =
                Map.<String, Object>of(
                        "manager", "argocd-controller",
                        "operation", "Update",
                        "subresource", "status");
        var live =
                Fixtures.with(PLAIN, "metadata", Map.of("managedFields", List.<Object>of(entry)));

        assertThat(Adoption.FROM_ALL.isDue(LiveObject.of(live))).isFalse();
    }
}
