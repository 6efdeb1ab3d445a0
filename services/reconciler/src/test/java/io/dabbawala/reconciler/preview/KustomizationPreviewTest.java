package io.dabbawala.reconciler.preview;

import static io.dabbawala.reconciler.plan.Fixtures.NOON;
import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.Json;
import io.dabbawala.reconciler.operation.Operation;
import io.dabbawala.reconciler.ownership.Deliverers;
import io.dabbawala.reconciler.plan.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Flux Kustomization is planned as it is synced. */
class KustomizationPreviewTest {

    private static final String FLUX = "kustomize.toolkit.fluxcd.io/";
    private static final String OPTIONS = "argocd.argoproj.io/sync-options";

    private PreviewedApplication application =
            kustomization("'syncPolicy':{'automated':{'prune':true}}");
    private final List<Map<String, Object>> live = new ArrayList<>();

    @Test
    void definitions_come_first_then_classes_then_the_rest_and_what_left_git_goes_last() {
        live.add(flux(config("old", "1")));
        live.add(flux(deployment("older", "web:1")));

        assertThat(
                        preview(
                                deployment("web", "web:1"),
                                annotated(config("a", "1"), "argocd.argoproj.io/sync-wave", "-5"),
                                cluster("networking.k8s.io/v1", "IngressClass", "fast"),
                                cluster("rbac.authorization.k8s.io/v1", "ClusterRole", "reader"),
                                cluster("v1", "Namespace", "shop")))
                .containsExactly(
                        "0 create Namespace shop",
                        "0 create ClusterRole reader",
                        "1 create IngressClass fast",
                        "2 create ConfigMap shop/a",
                        "2 create Deployment shop/web",
                        "3 prune Deployment shop/older",
                        "3 prune ConfigMap shop/old");
    }

    @Test
    void only_what_carries_its_labels_is_its_own() {
        live.add(flux(config("old", "1")));
        live.add(config("foreign", "1"));
        live.add(labelled(flux(config("others", "1")), "name", "others"));

        assertThat(preview()).containsExactly("3 prune ConfigMap shop/old");
    }

    @Test
    void whether_it_prunes_it_says_itself() {
        live.add(flux(config("old", "1")));
        application = kustomization("'syncPolicy':{}");

        assertThat(preview())
                .containsExactly("3 skip ConfigMap shop/old: ignored (requires pruning)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prune", "reconcile"})
    void what_is_not_to_be_pruned_stays(String mark) {
        live.add(flux(annotated(config("old", "1"), FLUX + mark, "disabled")));
        live.add(labelled(flux(config("older", "1")), mark, "disabled"));

        assertThat(preview())
                .containsExactly(
                        "3 skip ConfigMap shop/older: ignored (prune disabled)",
                        "3 skip ConfigMap shop/old: ignored (prune disabled)");
        assertThat(diff()).containsExactly("none old", "none older");
    }

    @ParameterizedTest
    @CsvSource({"reconcile,disabled", "ssa,Ignore"})
    void what_is_left_alone_is_neither_created_nor_corrected_nor_compared(
            String mark, String word) {
        live.add(flux(config("b", "2")));

        var marked =
                List.of(
                        annotated(config("a", "1"), FLUX + mark, word),
                        labelled(config("b", "1"), mark, word));

        var reason = ": ignored (%s: %s)".formatted(mark, word);
        assertThat(texts(marked))
                .containsExactly(
                        "2 skip ConfigMap shop/a" + reason, "2 skip ConfigMap shop/b" + reason);
        assertThat(diff(marked)).containsExactly("none a", "none b");
    }

    @Test
    void somebody_in_the_cluster_may_have_it_left_alone() {
        live.add(annotated(flux(config("a", "2")), FLUX + "reconcile", "disabled"));
        var declared = config("a", "1");

        assertThat(preview(declared))
                .containsExactly("2 skip ConfigMap shop/a: ignored (reconcile: disabled)");
        assertThat(diff(List.of(declared))).containsExactly("none a");

        application = PreviewedApplication.NONE;
        assertThat(preview(declared))
                .as("to an Application it says nothing")
                .containsExactly("0 correct ConfigMap shop/a");
    }

    @Test
    void what_is_created_only_is_left_to_others_once_it_is_there() {
        live.add(flux(config("there", "2")));
        var there = annotated(config("there", "1"), FLUX + "ssa", "IfNotPresent");

        assertThat(preview(there, annotated(config("new", "1"), FLUX + "ssa", "IfNotPresent")))
                .containsExactly(
                        "2 create ConfigMap shop/new",
                        "2 skip ConfigMap shop/there: ignored (ssa: IfNotPresent)");
        assertThat(diff(List.of(there))).containsExactly("none there");
    }

    @ParameterizedTest
    @CsvSource({"ssa,Merge", "force,enabled", "ssa,Override", "prune,disabled"})
    void other_marks_do_not_keep_it_from_being_corrected(String mark, String word) {
        live.add(flux(config("a", "2")));
        var marked = annotated(config("a", "1"), FLUX + mark, word);

        assertThat(preview(marked)).containsExactly("2 correct ConfigMap shop/a");
        assertThat(diff(List.of(marked))).containsExactly("correct a");
    }

    @Test
    void what_kubectl_wrote_into_it_is_no_difference_where_it_is_to_stay() {
        var declared = config("a", "1");
        var there = Fixtures.with(declared, "data", Map.of("answer", "1", "more", "by hand"));
        live.add(flux(annotated(there, Deliverers.LAST_APPLIED, Json.write(there))));
        assertThat(diff(List.of(declared))).containsExactly("correct a");

        live.set(0, annotated(live.getFirst(), FLUX + "ssa", "Merge"));

        assertThat(diff(List.of(declared))).containsExactly("none a");
    }

    @ParameterizedTest
    @CsvSource({
        "argocd.argoproj.io/hook,PreSync",
        "argocd.argoproj.io/hook,Skip",
        "helm.sh/hook,test"
    })
    void what_others_take_for_a_hook_is_an_object_like_any_other(String annotation, String word) {
        live.add(flux(annotated(config("old", "1"), annotation, word)));
        var marked = annotated(config("web", "1"), annotation, word);

        assertThat(preview(marked))
                .containsExactly("2 create ConfigMap shop/web", "3 prune ConfigMap shop/old");
        assertThat(diff(List.of(marked))).containsExactly("create web", "prune old");
    }

    @Test
    void once_it_is_deleted_everything_goes_the_other_way_round_but_what_is_kept() {
        application = kustomization("'deletion':'background'");
        live.add(flux(cluster("v1", "Namespace", "shop")));
        live.add(flux(annotated(config("dear", "1"), FLUX + "prune", "disabled")));
        live.add(flux(annotated(config("bye", "1"), "helm.sh/hook", "post-delete")));
        live.add(flux(annotated(deployment("web", "web:1"), OPTIONS, "Delete=false")));

        assertThat(deletion())
                .containsExactly(
                        "3 prune Deployment shop/web",
                        "3 skip ConfigMap shop/dear: stays (prune disabled)",
                        "3 prune ConfigMap shop/bye",
                        "3 prune Namespace shop");
    }

    @Test
    void one_that_does_not_prune_leaves_its_objects_behind_when_it_is_deleted() {
        application = kustomization("'deletion':'orphan'");
        live.add(flux(config("a", "1")));

        assertThat(deletion())
                .containsExactly(
                        "3 skip ConfigMap shop/a: stays (the Kustomization does not prune)");
    }

    private static PreviewedApplication kustomization(String more) {
        return PreviewedApplication.ofKustomization(
                "flux-system/web",
                ("{'kind':'Kustomization','interval':'10m','destination':{'namespace':'shop'},%s}")
                        .formatted(more)
                        .replace('\'', '"'));
    }

    private static Map<String, Object> flux(Map<String, Object> content) {
        return labelled(labelled(content, "namespace", "flux-system"), "name", "web");
    }

    private static Map<String, Object> labelled(
            Map<String, Object> content, String mark, String word) {
        return Fixtures.labelled(content, FLUX + mark, word);
    }

    private static Map<String, Object> cluster(String apiVersion, String kind, String name) {
        return object(
                "{'apiVersion':'%s','kind':'%s','metadata':{'name':'%s'}}"
                        .formatted(apiVersion, kind, name));
    }

    @SafeVarargs
    private List<String> preview(Map<String, Object>... desired) {
        var all = new ArrayList<Map<String, Object>>();
        for (var content : desired) {
            all.add(content);
        }
        return texts(all);
    }

    private List<String> texts(List<Map<String, Object>> desired) {
        return told(new SyncPreview(application, Operation.PLAIN, NOON, _ -> {}).of(desired, live));
    }

    private List<String> deletion() {
        return told(new DeletionPreview(application, Operation.PLAIN, NOON).of(List.of(), live));
    }

    private List<String> diff() {
        return diff(List.of());
    }

    private List<String> diff(List<Map<String, Object>> desired) {
        return DiffPreview.of(application, false, _ -> {}).of(desired, live, List.of()).stream()
                .map(one -> one.change() + " " + one.ref().name())
                .toList();
    }

    private static List<String> told(List<PreviewLine> lines) {
        return lines.stream()
                .map(
                        one ->
                                "%d %s %s%s"
                                        .formatted(
                                                one.wave(),
                                                one.step(),
                                                one.ref(),
                                                one.reason().isEmpty() ? "" : ": " + one.reason()))
                .toList();
    }
}
