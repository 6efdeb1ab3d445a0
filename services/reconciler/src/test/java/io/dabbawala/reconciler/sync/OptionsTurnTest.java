package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static io.dabbawala.reconciler.plan.Fixtures.withSpec;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.application.Tracking;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.object.Tree;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTurnTest {

    private static final String OPTIONS = "argocd.argoproj.io/sync-options";
    private static final String FLUX = "kustomize.toolkit.fluxcd.io/";

    private final Turns app = new Turns();

    @Test
    void replace_writes_the_whole_object_and_with_force_deletes_it_first() {
        app.cluster.put(ours(config("web", "0")));
        app.sync(desired(1, annotated(config("web", "1"), OPTIONS, "Replace=true")));
        assertThat(writes()).containsExactly("replace ConfigMap shop/web");
        app.cluster.forgetCalls();

        app.sync(desired(2, annotated(config("web", "2"), OPTIONS, "Replace=true,Force=true")));

        assertThat(writes())
                .containsExactly("delete ConfigMap shop/web", "replace ConfigMap shop/web");
    }

    @Test
    void what_cannot_be_changed_is_made_anew_where_that_was_allowed() {
        app.cluster.put(ours(config("web", "0")));
        app.cluster.answer(
                ref("ConfigMap", "web"), new ApplyOutcome.Refused(Refusal.INVALID, "immutable"));

        app.sync(desired(1, config("web", "1")));
        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.FAILED);
        app.cluster.forgetCalls();
        app.sync(desired(2, annotated(config("web", "1"), FLUX + "force", "enabled")));

        assertThat(app.cluster.calls()).contains("delete ConfigMap shop/web");
    }

    @Test
    void validation_is_left_out_where_that_was_asked_for() {
        app.sync(desired(1, annotated(config("web", "1"), OPTIONS, "Validate=false")));

        assertThat(app.cluster.calls()).containsExactly("lenient ConfigMap shop/web");
    }

    @Test
    void an_object_of_another_application_is_refused_where_that_was_asked_for() {
        var strict = new SyncPolicy(true, true, true, false, Set.of("FailOnSharedResource=true"));
        app.cluster.put(
                annotated(config("web", "1"), Tracking.ANNOTATION, "bank:/ConfigMap:shop/web"));

        app.desire(desired(1, strict, List.of(config("web", "1"))));
        app.turn();

        assertThat(app.results().getLast().reason())
                .isEqualTo(
                        "SHARED_RESOURCE: ConfigMap shop/web is part of applications argocd/web"
                                + " and argocd/bank");
    }

    @Test
    void a_namespace_that_is_created_carries_what_the_application_says() {
        var creating = new SyncPolicy(true, true, true, false, Set.of("CreateNamespace=true"));
        var state =
                withSpec(
                        desired(1, creating, List.of(config("web", "1"))),
                        "{'syncPolicy':{'managedNamespaceMetadata':{'labels':{'team':'shop'}}}}",
                        1);

        app.sync(state);

        var namespace = app.cluster.read(ObjectRef.of("v1", "Namespace", "", "shop")).orElseThrow();
        assertThat(Tree.text(namespace.content(), "metadata", "labels", "team")).isEqualTo("shop");
        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isPresent();
        app.turn();
        assertThat(app.said(SyncEvent.Requested.class)).hasSize(1);
    }

    @Test
    void what_is_left_to_others_is_not_touched_and_what_is_only_created_not_corrected() {
        app.cluster.put(ours(config("mine", "by hand")));
        app.sync(
                desired(
                        1,
                        annotated(config("theirs", "1"), FLUX + "reconcile", "disabled"),
                        annotated(config("mine", "1"), FLUX + "ssa", "IfNotPresent"),
                        annotated(config("new", "1"), FLUX + "ssa", "IfNotPresent")));

        assertThat(app.cluster.calls()).containsExactly("apply ConfigMap shop/new");
    }

    @Test
    void what_disables_pruning_stays() {
        app.cluster.put(ours(annotated(config("old", "1"), FLUX + "prune", "disabled")));

        app.sync(desired(1, config("web", "1")));

        assertThat(app.cluster.read(ref("ConfigMap", "old"))).isPresent();
    }

    private List<String> writes() {
        return app.cluster.calls().stream().filter(Turns::isWrite).toList();
    }

    @Test
    void a_changed_object_costs_two_requests_at_most_and_an_unchanged_one_none() {
        app.sync(desired(1, config("same", "1"), config("other", "1")));
        app.cluster.forgetCalls();

        app.sync(desired(2, config("same", "1"), config("other", "2")));
        app.turn();

        assertThat(app.results()).hasSize(2);
        assertThat(app.cluster.calls().size()).isLessThanOrEqualTo(2);
        assertThat(app.cluster.calls()).allMatch(call -> call.endsWith("ConfigMap shop/other"));
    }

    @Test
    void a_wave_is_applied_only_if_nothing_of_the_plan_would_be_refused() {
        Map<String, Object> late =
                annotated(config("late", "1"), "argocd.argoproj.io/sync-wave", "1");
        app.cluster.answer(
                ref("ConfigMap", "late"), new ApplyOutcome.Refused(Refusal.INVALID, "no"));

        app.sync(desired(1, config("web", "1"), late));

        assertThat(app.results().getLast().reason()).startsWith("DRY_RUN: INVALID: no");
        assertThat(app.cluster.calls()).noneMatch(Turns::isWrite);
    }

    @Test
    void a_kind_that_comes_with_the_same_plan_is_no_reason_to_refuse() {
        var definition =
                object(
                        "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',"
                                + "'metadata':{'name':'tiffins.x.y'},'spec':{'group':'x.y',"
                                + "'scope':'Namespaced','names':{'kind':'Tiffin'}}}");
        var tiffin =
                object(
                        "{'apiVersion':'x.y/v1','kind':'Tiffin',"
                                + "'metadata':{'name':'t','namespace':'shop'}}");
        var ref = ObjectRef.of("x.y/v1", "Tiffin", "shop", "t");
        app.cluster.answer(ref, new ApplyOutcome.Refused(Refusal.NOT_FOUND, "no such kind"));
        var late = annotated(config("late", "1"), "argocd.argoproj.io/sync-wave", "1");

        app.sync(desired(1, definition, tiffin, late));

        assertThat(app.cluster.calls()).contains("apply CustomResourceDefinition tiffins.x.y");
    }
}
