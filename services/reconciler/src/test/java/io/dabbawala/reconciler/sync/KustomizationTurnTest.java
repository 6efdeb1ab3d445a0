package io.dabbawala.reconciler.sync;

import static io.dabbawala.reconciler.plan.Fixtures.AUTOMATED;
import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.deployment;
import static io.dabbawala.reconciler.plan.Fixtures.desired;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ours;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static io.dabbawala.reconciler.plan.Fixtures.withSpec;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.cluster.ApplyOutcome;
import io.dabbawala.reconciler.cluster.Refusal;
import io.dabbawala.reconciler.health.Health.Status;
import io.dabbawala.reconciler.object.ObjectRef;
import io.dabbawala.reconciler.sync.SyncResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A Flux Kustomization is applied in stages, and waits for what it names. */
class KustomizationTurnTest {

    private static final Map<String, Object> READY =
            object(
                    "{'replicas':2,'updatedReplicas':2,'readyReplicas':2,'availableReplicas':2,"
                            + "'conditions':[{'type':'Available','status':'True'}]}");
    private static final Map<String, Object> STUCK =
            object(
                    "{'conditions':[{'type':'Progressing','status':'False',"
                            + "'reason':'ProgressDeadlineExceeded'}]}");
    private static final String FLUX = "kustomize.toolkit.fluxcd.io/";

    private final Turns app = new Turns();

    @Test
    void one_that_waits_for_nothing_succeeds_once_it_is_applied() {
        app.sync(kustomization(1, "", deployment("web", "web:1")));

        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void one_that_waits_succeeds_once_everything_is_current() {
        app.sync(kustomization(1, "'wait':true,", deployment("web", "web:1")));
        assertThat(app.results()).isEmpty();
        assertThat(app.waiting()).startsWith("HEALTH_CHECK: Deployment shop/web is InProgress");

        app.cluster.status(ref("Deployment", "web"), READY);
        app.turn();

        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void it_waits_as_long_as_it_says_and_succeeds_as_soon_as_all_is_well_after_all() {
        app.sync(kustomization(1, "'wait':true,'timeout':'90s',", deployment("web", "web:1")));
        app.passSeconds(89);
        app.turn();
        assertThat(app.results()).isEmpty();

        app.passSeconds(1);
        app.turn();
        assertThat(app.results().getLast().reason())
                .startsWith(
                        "HEALTH_CHECK_FAILED: after PT1M30S, Deployment shop/web is InProgress");

        app.turn();
        assertThat(app.results()).as("it waits for its next try").hasSize(1);

        app.cluster.status(ref("Deployment", "web"), READY);
        app.turn();
        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(app.results().getLast().attempt()).as("another event").isEqualTo(1);
    }

    @Test
    void a_failure_is_not_waited_for_and_tried_again_at_its_interval() {
        app.cluster.put(deployment("web", "web:0"));
        app.cluster.status(ref("Deployment", "web"), STUCK);

        app.sync(kustomization(1, "'wait':true,'retryInterval':'2m',", deployment("web", "web:1")));
        assertThat(app.results().getLast().reason())
                .startsWith("HEALTH_CHECK_FAILED: Deployment shop/web is Failed");
        app.passSeconds(119);
        app.turn();
        assertThat(app.results()).hasSize(1);

        app.passSeconds(1);
        app.turn();
        assertThat(app.results()).hasSize(2);
    }

    @Test
    void a_restart_while_it_waits_waits_on() {
        app.sync(kustomization(1, "'wait':true,", deployment("web", "web:1")));

        app.restartRemembering();
        app.turn();
        assertThat(app.results()).isEmpty();
        app.cluster.status(ref("Deployment", "web"), READY);
        app.turn();

        assertThat(app.results()).hasSize(1);
        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void health_checks_name_objects_of_others() {
        var checks = "'healthChecks':[{'kind':'ConfigMap','name':'theirs','namespace':'shop'}],";
        app.sync(kustomization(1, checks, config("mine", "1")));
        assertThat(app.waiting()).contains("ConfigMap shop/theirs", "it is not there");

        app.cluster.put(config("theirs", "1"));
        app.turn();

        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void its_own_expressions_come_before_the_rules_of_the_kind() {
        var checks =
                "'wait':true,'healthCheckExprs':[{'apiVersion':'v1','kind':'ConfigMap',"
                        + "'failed':'int(data.answer) == 3','current':'int(data.answer) == 2'}],";
        app.sync(kustomization(1, checks, config("web", "1")));
        assertThat(app.results()).isEmpty();

        app.sync(kustomization(2, checks, config("web", "2")));
        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);

        app.sync(kustomization(3, checks, config("web", "3")));
        assertThat(app.results().getLast().reason()).startsWith("HEALTH_CHECK_FAILED: ConfigMap");
    }

    @Test
    void an_expression_that_cannot_be_read_is_told_before_anything_is_applied() {
        var checks =
                "'healthCheckExprs':[{'apiVersion':'v1','kind':'ConfigMap','current':'data.('}],";

        app.desire(kustomization(1, checks, config("web", "1")));
        app.turn();

        assertThat(app.results().getLast().reason())
                .startsWith("UNREADABLE_MANIFESTS: failed to parse the expression Current");
        assertThat(app.cluster.calls()).isEmpty();
    }

    @Test
    void what_left_git_goes_after_everything_was_applied_but_not_after_it_is_healthy() {
        app.cluster.put(ours(config("old", "1")));

        app.sync(kustomization(1, "'wait':true,", deployment("web", "web:1")));

        assertThat(app.waiting()).startsWith("HEALTH_CHECK: ");
        assertThat(app.cluster.calls().stream().filter(Turns::isWrite))
                .containsExactly("apply Deployment shop/web", "delete ConfigMap shop/old");
    }

    @Test
    void without_prune_what_left_git_stays() {
        var unpruned = new SyncPolicy(true, false, true, true, Set.of());
        app.cluster.put(ours(config("old", "1")));

        app.sync(
                withSpec(
                        desired(1, unpruned, List.of(config("web", "1"))),
                        "{'kind':'Kustomization','syncPolicy':{'automated':{}}}",
                        1));

        assertThat(app.cluster.read(ref("ConfigMap", "old"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"reconcile,disabled", "ssa,Ignore"})
    void what_somebody_in_the_cluster_has_left_alone_is_corrected_again_when_they_let_it(
            String mark, String word) {
        app.sync(kustomization(1, "", config("web", "1")));
        app.cluster.put(annotated(ours(config("web", "by hand")), FLUX + mark, word));

        app.sync(kustomization(2, "", config("web", "2")));
        assertThat(applied("web")).isEqualTo(1);

        app.cluster.put(ours(config("web", "by hand")));
        app.turn();
        app.admit();
        app.turn();
        assertThat(applied("web")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"reconcile,disabled", "ssa,Ignore", "ssa,ignore"})
    void what_somebody_in_the_cluster_has_left_alone_is_not_waited_for(String mark, String word) {
        app.cluster.put(annotated(ours(deployment("web", "by:hand")), FLUX + mark, word));

        app.sync(kustomization(1, "'wait':true,", deployment("web", "web:1"), config("a", "1")));

        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(applied("a")).isEqualTo(1);
    }

    @Test
    void what_is_only_created_is_waited_for_once_and_left_to_others_then() {
        var once = annotated(deployment("web", "web:1"), FLUX + "ssa", "IfNotPresent");
        app.sync(kustomization(1, "'wait':true,", once));
        assertThat(app.waiting()).startsWith("HEALTH_CHECK: Deployment shop/web is InProgress");

        app.sync(kustomization(2, "'wait':true,", once));

        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void what_is_named_is_waited_for_whatever_its_marks() {
        app.cluster.put(
                annotated(ours(deployment("web", "by:hand")), FLUX + "reconcile", "disabled"));
        var checks =
                "'healthChecks':[{'apiVersion':'apps/v1','kind':'Deployment',"
                        + "'name':'web','namespace':'shop'}],";

        app.sync(kustomization(1, checks, deployment("web", "web:1"), config("a", "1")));

        assertThat(app.waiting()).startsWith("HEALTH_CHECK: Deployment shop/web is InProgress");
    }

    @Test
    void somebody_in_the_cluster_may_have_it_created_anew() {
        var refused = new ApplyOutcome.Refused(Refusal.INVALID, "a field is immutable");
        app.cluster.put(annotated(ours(config("web", "1")), FLUX + "force", "Enabled"));
        app.cluster.answer(ref("ConfigMap", "web"), refused);

        app.sync(kustomization(1, "", config("web", "2")));

        assertThat(app.cluster.calls()).contains("delete ConfigMap shop/web");
    }

    @Test
    void a_definition_is_established_before_what_it_defines_comes() {
        var definition =
                object(
                        "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',"
                                + "'metadata':{'name':'tiffins.x.y'},'spec':{'group':'x.y',"
                                + "'scope':'Namespaced','names':{'kind':'Tiffin'}}}");
        var name =
                ObjectRef.of(
                        "apiextensions.k8s.io/v1", "CustomResourceDefinition", "", "tiffins.x.y");
        app.sync(kustomization(1, "", config("web", "1"), definition));
        assertThat(app.cluster.read(name)).isPresent();
        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isEmpty();

        app.cluster.status(name, object("{'conditions':[{'type':'Established','status':'True'}]}"));
        app.turn();

        assertThat(app.cluster.read(ref("ConfigMap", "web"))).isPresent();
    }

    @Test
    void a_role_that_is_yet_to_come_is_no_reason_to_refuse_its_binding() {
        var rbac = "'apiVersion':'rbac.authorization.k8s.io/v1',";
        var role = object("{" + rbac + "'kind':'ClusterRole','metadata':{'name':'reader'}}");
        var binding =
                object(
                        "{"
                                + rbac
                                + "'kind':'RoleBinding','metadata':{'name':'readers'},"
                                + "'roleRef':{'kind':'ClusterRole','name':'reader'}}");
        app.cluster.answer(
                ObjectRef.of("rbac.authorization.k8s.io/v1", "RoleBinding", "shop", "readers"),
                new ApplyOutcome.Refused(Refusal.NOT_FOUND, "clusterrole reader not found"));

        app.cluster.put(ours(config("old", "1")));

        app.sync(kustomization(1, "", binding));
        assertThat(app.results().getLast().reason()).startsWith("DRY_RUN: NOT_FOUND");

        app.sync(kustomization(2, "", role, binding));
        assertThat(app.cluster.calls()).contains("apply ClusterRole reader");
    }

    @Test
    void a_withdrawn_one_takes_everything_along_but_what_is_kept() {
        var definition =
                "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',";
        app.cluster.put(ours(config("web", "1")));
        app.cluster.put(ours(object(definition + "'metadata':{'name':'tiffins.x.y'}}")));
        app.cluster.put(ours(annotated(config("dear", "1"), FLUX + "prune", "disabled")));
        app.cluster.put(ours(annotated(config("left", "1"), FLUX + "reconcile", "disabled")));

        var checks = "'healthChecks':[{'kind':'ConfigMap','name':'gone','namespace':'shop'}],";

        app.sync(kustomization(1, checks + "'deletion':'background',", config("web", "1")));

        assertThat(app.results().getLast().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(app.cluster.calls().stream().filter(Turns::isWrite))
                .containsExactly(
                        "delete ConfigMap shop/web", "delete CustomResourceDefinition tiffins.x.y");
    }

    @ParameterizedTest
    @MethodSource("hooks")
    void what_others_take_for_a_hook_is_an_object_like_any_other(String annotation, String word) {
        var marked = annotated(config("web", "1"), annotation, word);
        app.sync(kustomization(1, "'wait':true,", marked));
        assertThat(applied("web")).isEqualTo(1);
        assertThat(app.results().getLast().objects()).hasSize(1);

        app.sync(kustomization(2, "", annotated(config("web", "2"), annotation, word)));
        assertThat(applied("web")).isEqualTo(2);

        app.sync(kustomization(3, "", config("other", "1")));
        assertThat(app.cluster.read(ref("ConfigMap", "web"))).as("it left Git").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hooks")
    void a_withdrawn_one_runs_no_hooks_and_takes_what_looks_like_one_along(
            String annotation, String word) {
        var marked = annotated(config("web", "1"), annotation, word);
        app.cluster.put(ours(marked));

        app.sync(kustomization(1, "'deletion':'background',", marked));

        assertThat(app.cluster.calls().stream().filter(Turns::isWrite))
                .containsExactly("delete ConfigMap shop/web");
    }

    @Test
    void of_an_application_the_same_object_is_a_hook() {
        var marked = annotated(deployment("web", "web:1"), "helm.sh/hook", "post-install");
        app.cluster.put(marked);
        app.cluster.status(ref("Deployment", "web"), STUCK);

        app.desire(desired(1, config("other", "1"), marked));
        app.turn();
        app.admit();
        app.turn();

        assertThat(app.cluster.read(ref("ConfigMap", "other"))).isPresent();
        assertThat(app.waiting()).startsWith("HOOK: PostSync Deployment shop/web");
    }

    @Test
    void the_health_of_one_with_what_looks_like_a_hook_is_that_of_all_its_objects() {
        var marked = annotated(deployment("web", "web:1"), "helm.sh/hook", "post-install");
        app.cluster.put(marked);
        app.cluster.status(ref("Deployment", "web"), STUCK);

        app.sync(kustomization(1, "", config("other", "1"), marked));

        assertThat(app.results().getLast().health().status()).isEqualTo(Status.DEGRADED);
    }

    private static Stream<Arguments> hooks() {
        return Stream.of(
                Arguments.of("argocd.argoproj.io/hook", "PreSync"),
                Arguments.of("argocd.argoproj.io/hook", "Skip"),
                Arguments.of("argocd.argoproj.io/hook", "PreDelete"),
                Arguments.of("helm.sh/hook", "pre-install"),
                Arguments.of("helm.sh/hook", "test"),
                Arguments.of("helm.sh/hook", "post-delete"));
    }

    private long applied(String name) {
        return app.cluster.calls().stream()
                .filter(call -> call.equals("apply ConfigMap shop/" + name))
                .count();
    }

    @SafeVarargs
    private static DesiredState kustomization(
            long generation, String more, Map<String, Object>... objects) {
        var all = new ArrayList<Map<String, Object>>();
        for (var object : objects) {
            all.add(object);
        }
        return withSpec(
                desired(generation, AUTOMATED, all),
                """
                {'kind':'Kustomization',%s'interval':'10m',
                 'destination':{'server':'https://kubernetes.default.svc','namespace':'shop'},
                 'syncPolicy':{'automated':{'prune':true,'selfHeal':true,'allowEmpty':true}}}
                """
                        .formatted(more),
                generation);
    }
}
