package io.dabbawala.reconciler.plan;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.plan.SyncOrder.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
                        "-1 Deployment shop/first",
                        "0 ConfigMap shop/a",
                        "0 ConfigMap shop/b",
                        "0 Deployment shop/web",
                        "0 Unheard shop/z");
    }

    @Test
    void a_wave_that_is_no_number_is_that_of_helm_or_none() {
        var helm = annotated(config("helm", "1"), "helm.sh/hook-weight", "3");

        assertThat(order(annotated(helm, WAVE, "soon"), annotated(config("no", "1"), WAVE, "x")))
                .containsExactly("0 ConfigMap shop/no", "3 ConfigMap shop/helm");
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
                        "-5 Namespace shop",
                        "-5 ConfigMap shop/early",
                        "-2 CustomResourceDefinition tiffins.x",
                        "-2 Tiffin t");
    }

    @Test
    void the_waves_of_prunes_are_mirrored() {
        var prunes = Stream.of("0", "1", "5").map(SyncOrderTest::prune).toList();

        assertThat(PruneRules.waves(prunes, Fixtures.AUTOMATED, 9))
                .containsEntry(Fixtures.ref("ConfigMap", "w0"), 5)
                .containsEntry(Fixtures.ref("ConfigMap", "w1"), 1)
                .containsEntry(Fixtures.ref("ConfigMap", "w5"), 0);
    }

    @Test
    void prune_last_comes_after_everything() {
        var policy = new SyncPolicy(true, true, true, false, Set.of("PruneLast=true"));

        assertThat(PruneRules.waves(List.of(prune("0")), policy, 9)).containsValue(10);
        assertThat(PruneRules.waves(List.of(prune("0")), Fixtures.AUTOMATED, 9)).containsValue(0);
    }

    private static SyncStep.Prune prune(String wave) {
        return new SyncStep.Prune(
                LiveObject.of(annotated(ours(config("w" + wave, "1")), WAVE, wave)));
    }

    @SafeVarargs
    private static List<String> order(Map<String, Object>... contents) {
        var manifests = new ArrayList<Manifest>();
        for (var content : contents) {
            manifests.add(Manifest.of(content));
        }
        return SyncOrder.of(manifests).stream().map(SyncOrderTest::text).toList();
    }

    private static String text(Placed placed) {
        return placed.wave() + " " + placed.manifest().ref();
    }
}
