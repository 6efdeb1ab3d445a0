package io.dabbawala.reconciler.order;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.order.Placed.Item;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FluxOrderTest {

    @Test
    void definitions_come_first_then_classes_then_the_rest_then_what_goes() {
        var placed =
                List.of(
                        left("ConfigMap", "old"),
                        declared("ValidatingWebhookConfiguration", "hook"),
                        declared("Tiffin", "lunch"),
                        declared("Deployment", "web"),
                        declared("IngressClass", "public"),
                        declared("ConfigMap", "b"),
                        declared("ConfigMap", "a"),
                        declared("ClusterRole", "role"),
                        declared("Namespace", "shop"),
                        declared("CustomResourceDefinition", "tiffins"));

        assertThat(FluxOrder.of(placed))
                .extracting(Placed::wave, one -> one.ref().name())
                .containsExactly(
                        tuple(0L, "tiffins"),
                        tuple(0L, "shop"),
                        tuple(0L, "role"),
                        tuple(1L, "public"),
                        tuple(2L, "a"),
                        tuple(2L, "b"),
                        tuple(2L, "web"),
                        tuple(2L, "lunch"),
                        tuple(2L, "hook"),
                        tuple(FluxOrder.PRUNES, "old"));
    }

    @Test
    void what_goes_goes_in_the_opposite_order() {
        var left =
                List.of(
                        left("Namespace", "shop"),
                        left("Deployment", "web"),
                        left("ConfigMap", "a"),
                        left("ConfigMap", "b"));

        var names = List.of("web", "b", "a", "shop");
        assertThat(FluxOrder.of(left)).extracting(one -> one.ref().name()).isEqualTo(names);
        assertThat(FluxOrder.ofDeletion(left)).extracting(one -> one.ref().name()).isEqualTo(names);
    }

    @Test
    void waves_of_argo_cd_do_not_matter() {
        var early = annotated(content("Deployment", "web"), "argocd.argoproj.io/sync-wave", "-5");

        assertThat(
                        FluxOrder.of(
                                List.of(
                                        Placed.of(
                                                Phase.SYNC, new Item.Declared(Manifest.of(early))),
                                        declared("Namespace", "shop"))))
                .extracting(one -> one.ref().name())
                .containsExactly("shop", "web");
    }

    private static Placed declared(String kind, String name) {
        return Placed.of(Phase.SYNC, new Item.Declared(Manifest.of(content(kind, name))));
    }

    private static Placed left(String kind, String name) {
        return Placed.of(Phase.SYNC, new Item.Left(LiveObject.of(content(kind, name))));
    }

    private static Map<String, Object> content(String kind, String name) {
        return object(
                "{'apiVersion':'v1','kind':'%s','metadata':{'name':'%s'}}".formatted(kind, name));
    }
}
