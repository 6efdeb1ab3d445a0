package io.dabbawala.reconciler.diff;

import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.diff.NotCompared.Status;
import io.dabbawala.reconciler.ignore.IgnoreRules;
import io.dabbawala.reconciler.knowntype.KnownFields;
import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotComparedTest {

    private static final String DEFINITION =
            "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition',"
                    + "'metadata':{'name':'tiffins.x.y'},'status':{'phase':'%s','left':2}}";
    private static final String TIFFIN =
            "{'apiVersion':'x.y/v1','kind':'Tiffin','metadata':{'name':'a','namespace':'shop'},"
                    + "'status':{'phase':'%s','left':2}}";
    private static final String ROLE =
            "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'ClusterRole',"
                    + "'metadata':{'name':'cook'},%s'rules':[{'verbs':['%s']}]}";
    private static final String AGGREGATED = "'aggregationRule':{'clusterRoleSelectors':[]},";

    @ParameterizedTest
    @CsvSource({
        "OF_EVERY_KIND, false, false",
        "OF_DEFINITIONS, false, true",
        "OF_NONE, true, true"
    })
    void a_status_is_a_difference_where_its_kind_is_compared(
            Status status, boolean ofDefinition, boolean ofAnother) {
        var rules = new NotCompared(false, status);

        assertThat(differs(rules, DEFINITION.formatted("new"), DEFINITION.formatted("old")))
                .isEqualTo(ofDefinition);
        assertThat(differs(rules, TIFFIN.formatted("new"), TIFFIN.formatted("old")))
                .isEqualTo(ofAnother);
        assertThat(differs(rules, TIFFIN.formatted("new"), TIFFIN.formatted("new"))).isFalse();
    }

    @Test
    void only_the_api_server_knows_whether_an_apply_would_change_a_status() {
        var none = new NotCompared(false, Status.OF_NONE);

        assertThat(changes(none, TIFFIN.formatted("new"), TIFFIN.formatted("old")))
                .singleElement()
                .satisfies(change -> assertThat(change.pointer()).isEqualTo("/status/phase"))
                .satisfies(change -> assertThat(change.isCertain()).isFalse());
    }

    @Test
    void a_status_nobody_declares_is_no_difference() {
        var bare = TIFFIN.replaceFirst(",'status':.*", "}");

        assertThat(differs(new NotCompared(false, Status.OF_NONE), bare, TIFFIN.formatted("old")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void rules_of_an_aggregated_role_are_a_difference_unless_they_are_ignored(
            boolean ignored, boolean differs) {
        var rules = new NotCompared(ignored, Status.OF_EVERY_KIND);

        assertThat(
                        differs(
                                rules,
                                ROLE.formatted(AGGREGATED, "get"),
                                ROLE.formatted(AGGREGATED, "list")))
                .isEqualTo(differs);
        assertThat(differs(rules, ROLE.formatted("", "get"), ROLE.formatted("", "list"))).isTrue();
    }

    private static boolean differs(NotCompared rules, String desired, String live) {
        return !changes(rules, desired, live).isEmpty();
    }

    private static List<FieldChange> changes(NotCompared rules, String desired, String live) {
        return new Comparison(IgnoreRules.NONE, rules, KnownFields.UNSAID)
                .of(Manifest.of(object(desired)), LiveObject.of(object(live)), Set.of());
    }
}
