package io.dabbawala.reconciler.operation;

import static io.dabbawala.reconciler.plan.Fixtures.annotated;
import static io.dabbawala.reconciler.plan.Fixtures.config;
import static io.dabbawala.reconciler.plan.Fixtures.object;
import static io.dabbawala.reconciler.plan.Fixtures.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dabbawala.reconciler.application.SyncPolicy;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.ObjectRef;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationTest {

    private static final String OPTIONS = "argocd.argoproj.io/sync-options";

    @Test
    void an_operation_that_says_nothing_is_everything_with_hooks_and_without_pruning() {
        assertThat(Operation.of(object("{'sync':{}}"))).isEqualTo(Operation.PLAIN);
        assertThat(Operation.of(object("{}"))).isEqualTo(Operation.PLAIN);
        assertThat(Operation.PLAIN.selects(ref("ConfigMap", "web"))).isTrue();
        assertThat(Operation.PLAIN.whyNoHooks()).isEmpty();
    }

    @Test
    void some_objects_are_selected_by_group_kind_name_and_if_said_namespace() {
        var operation =
                Operation.of(
                        object(
                                "{'sync':{'resources':[{'kind':'ConfigMap','name':'web'},"
                                        + "{'group':'apps','kind':'Deployment','name':'*',"
                                        + "'namespace':'bank'}]}}"));

        assertThat(operation.selects(ref("ConfigMap", "web"))).isTrue();
        assertThat(operation.selects(ref("ConfigMap", "other"))).isFalse();
        assertThat(operation.selects(ObjectRef.of("apps/v1", "Deployment", "bank", "a"))).isTrue();
        assertThat(operation.selects(ObjectRef.of("apps/v1", "Deployment", "shop", "a"))).isFalse();
        assertThat(operation.selects(ObjectRef.of("v1", "Deployment", "bank", "a"))).isFalse();
        assertThat(operation.whyNoHooks()).isPresent();
    }

    @Test
    void the_strategy_apply_skips_hooks_and_the_strategy_hook_does_not() {
        assertThat(Operation.of(object("{'sync':{'syncStrategy':{'apply':{}}}}")).whyNoHooks())
                .isPresent();
        assertThat(Operation.of(object("{'sync':{'syncStrategy':{'hook':{}}}}")).whyNoHooks())
                .isEmpty();
    }

    @Test
    void a_field_of_a_wrong_type_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operation.of(object("{'sync':{'prune':'yes'}}")))
                .withMessageContaining("operation.sync.prune");
    }

    @Test
    void an_objects_own_word_wins_over_that_of_the_application() {
        var application =
                new SyncPolicy(true, true, true, false, Set.of("Replace=true", "Prune=false"));
        var own = annotated(config("web", "1"), OPTIONS, " Replace=false , Force=true");

        var options = ObjectOptions.of(own, application);

        assertThat(options.isOn("Replace")).isFalse();
        assertThat(options.isOnAnywhere("Replace")).isTrue();
        assertThat(options.isOn("Force")).isTrue();
        assertThat(options.value("Prune")).hasValue("false");
        assertThat(options.value("Delete")).isEmpty();
    }

    @Test
    void an_approval_counts_from_the_start_on() {
        var start = Instant.parse("2026-11-24T12:00:00Z");

        assertThat(approved("2026-11-24T17:30:00+05:30").countsFor(start)).isTrue();
        assertThat(approved("2026-11-24T11:59:59Z").countsFor(start)).isFalse();
        assertThat(approved("yes").countsFor(start)).isFalse();
        assertThat(Approval.of(Map.of()).countsFor(start)).isFalse();
    }

    @Test
    void definitions_the_application_itself_and_what_asks_for_it_outlive_their_application() {
        var confirming = new SyncPolicy(true, true, true, false, Set.of("Delete=confirm"));
        var kept = new KeptObjects("argocd/web", confirming);
        var definition =
                "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',"
                        + "'metadata':{'name':'a.b'}}";
        var itself =
                "{'apiVersion':'argoproj.io/v1alpha1','kind':'Application',"
                        + "'metadata':{'name':'web','namespace':'argocd'}}";

        assertThat(kept.why(LiveObject.of(object(definition)))).isPresent();
        assertThat(kept.why(LiveObject.of(object(itself)))).isPresent();
        assertThat(kept.why(live("helm.sh/resource-policy", "keep"))).isPresent();
        assertThat(kept.why(live(OPTIONS, "Delete=false"))).isPresent();
        assertThat(kept.why(live("any", "thing"))).isEmpty();
        assertThat(kept.needsApproval(live("any", "thing"))).isTrue();
        assertThat(kept.needsApproval(live(OPTIONS, "Delete=true"))).isFalse();
    }

    private static Approval approved(String at) {
        return Approval.of(Map.of("argocd.argoproj.io/deletion-approved", at));
    }

    private static LiveObject live(String annotation, String value) {
        return LiveObject.of(annotated(config("web", "1"), annotation, value));
    }
}
