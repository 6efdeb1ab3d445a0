package io.dabbawala.reconciler.order;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.hook.Phase;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.order.Placed.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncOrderTest {

    private static final String WAVE = "argocd.argoproj.io/sync-wave";

    @Test
    void waves_come_before_kinds_and_kinds_before_names() {
        assertThat(
                        order(
                                deployment("web", "web:1"),
                                config("b", "1"),
                                config("a", "1"),
                                annotated(deployment("first", "web:1"), WAVE, "-1"),
                                object(
                                        "{'apiVersion':'x/v1','kind':'Unheard',"
                                                + "'metadata':{'name':'z','namespace':'shop'}}")))
                .containsExactly(
                        "Sync -1 Deployment shop/first",
                        "Sync 0 ConfigMap shop/a",
                        "Sync 0 ConfigMap shop/b",
                        "Sync 0 Deployment shop/web",
                        "Sync 0 Unheard shop/z");
    }

    @Test
    void phases_come_before_waves() {
        var first = hook(annotated(config("late", "1"), WAVE, "9"), Phase.PRE_SYNC);
        var last = hook(annotated(config("early", "1"), WAVE, "-9"), Phase.POST_SYNC);
        var fail = hook(config("fail", "1"), Phase.SYNC_FAIL);

        assertThat(ordered(List.of(fail, last, declared(config("web", "1")), first)))
                .containsExactly(
                        "PreSync 9 ConfigMap shop/late",
                        "Sync 0 ConfigMap shop/web",
                        "PostSync -9 ConfigMap shop/early",
                        "SyncFail 0 ConfigMap shop/fail");
    }

    @ParameterizedTest
    @CsvSource({
        "5,       , 5",
        "+5,      , 5",
        "-5,     7, -5",
        "soon,   3, 3",
        "' 5',   3, 3",
        "'',     3, 3",
        "1.5,    x, 0",
        "0x10,    , 0",
        "3000000000, , 3000000000",
        "99999999999999999999, 4, 4"
    })
    void a_wave_that_is_no_whole_number_is_that_of_helm_or_none(
            String argo, String helm, long wave) {
        var content = annotated(config("web", "1"), WAVE, argo);

        assertThat(
                        Wave.of(
                                helm == null
                                        ? content
                                        : annotated(content, "helm.sh/hook-weight", helm)))
                .isEqualTo(wave);
    }

    @Test
    void a_namespace_and_a_definition_come_before_what_needs_them_in_its_wave() {
        var early = annotated(config("early", "1"), WAVE, "-5");
        var namespace = object("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}");
        var definition =
                object(
                        "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',"
                                + "'metadata':{'name':'tiffins.x'},"
                                + "'spec':{'group':'x','names':{'kind':'Tiffin'}}}");
        var tiffin =
                annotated(
                        object("{'apiVersion':'x/v1','kind':'Tiffin','metadata':{'name':'t'}}"),
                        WAVE,
                        "-2");

        assertThat(order(namespace, definition, early, tiffin))
                .containsExactly(
                        "Sync -5 Namespace shop",
                        "Sync -5 ConfigMap shop/early",
                        "Sync -2 CustomResourceDefinition tiffins.x",
                        "Sync -2 Tiffin t");
    }

    @Test
    void what_needs_a_namespace_of_a_hook_pulls_it_into_the_phase_of_the_hook() {
        var namespace = object("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}");

        assertThat(
                        ordered(
                                List.of(
                                        declared(namespace),
                                        hook(config("before", "1"), Phase.PRE_SYNC))))
                .containsExactly("PreSync 0 Namespace shop", "PreSync 0 ConfigMap shop/before");
    }

    @Test
    void kinds_without_a_namespace_count_as_in_that_of_the_destination() {
        var namespace = object("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}");
        var role =
                object(
                        "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'ClusterRole',"
                                + "'metadata':{'name':'r'}}");

        assertThat(order(namespace, annotated(role, WAVE, "-3")))
                .containsExactly("Sync -3 Namespace shop", "Sync -3 ClusterRole r");
    }

    @Test
    void a_namespace_that_nothing_needs_stays_where_it_is() {
        var other = object("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'other'}}");

        assertThat(order(annotated(other, WAVE, "1"), config("web", "1")))
                .containsExactly("Sync 0 ConfigMap shop/web", "Sync 1 Namespace other");
    }

    @Test
    void what_is_pruned_needs_no_namespace() {
        var namespace = object("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}");

        assertThat(ordered(List.of(declared(annotated(namespace, WAVE, "2")), left("0"))))
                .containsExactly("Sync 0 ConfigMap shop/w0", "Sync 2 Namespace shop");
    }

    @Test
    void the_waves_of_prunes_are_mirrored() {
        assertThat(ordered(List.of(left("0"), left("1"), left("5"))))
                .containsExactly(
                        "Sync 0 ConfigMap shop/w5",
                        "Sync 1 ConfigMap shop/w1",
                        "Sync 5 ConfigMap shop/w0");
    }

    @Test
    void two_waves_of_prunes_are_swapped_and_one_stays() {
        assertThat(ordered(List.of(left("-2"), left("7"))))
                .containsExactly("Sync -2 ConfigMap shop/w7", "Sync 7 ConfigMap shop/w-2");
        assertThat(ordered(List.of(left("3")))).containsExactly("Sync 3 ConfigMap shop/w3");
    }

    @Test
    void prune_last_comes_after_everything_of_the_phase() {
        var all = List.of(declared(annotated(config("web", "1"), WAVE, "9")), left("0"));
        var hook = hook(annotated(config("after", "1"), WAVE, "50"), Phase.POST_SYNC);

        assertThat(texts(new SyncOrder("shop", _ -> true).of(all)))
                .contains("Sync 10 ConfigMap shop/w0");
        assertThat(texts(new SyncOrder("shop", _ -> true).of(List.of(left("-5"), hook))))
                .as("at least wave 1, and hooks of other phases do not count")
                .contains("Sync 1 ConfigMap shop/w-5");
        assertThat(texts(new SyncOrder("shop", _ -> false).of(all)))
                .contains("Sync 0 ConfigMap shop/w0");
    }

    private static Placed left(String wave) {
        return Placed.of(
                Phase.SYNC,
                new Item.Left(LiveObject.of(annotated(ours(config("w" + wave, "1")), WAVE, wave))));
    }

    private static Placed declared(Map<String, Object> content) {
        return Placed.of(Phase.SYNC, new Item.Declared(Manifest.of(content)));
    }

    private static Placed hook(Map<String, Object> content, Phase phase) {
        return Placed.of(phase, new Item.Hook(Manifest.of(content)));
    }

    @SafeVarargs
    private static List<String> order(Map<String, Object>... contents) {
        var all = new ArrayList<Placed>();
        for (var content : contents) {
            all.add(declared(content));
        }
        return ordered(all);
    }

    private static List<String> ordered(List<Placed> all) {
        return texts(new SyncOrder("shop", _ -> false).of(all));
    }

    private static List<String> texts(List<Placed> all) {
        return all.stream().map(one -> one.phase() + " " + one.wave() + " " + one.ref()).toList();
    }
}
