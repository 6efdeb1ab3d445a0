package io.dabbawala.reconciler.diff;

import static io.dabbawala.reconciler.diff.Objects.changes;
import static io.dabbawala.reconciler.diff.Objects.ignoring;
import static io.dabbawala.reconciler.diff.Objects.managed;
import static io.dabbawala.reconciler.diff.Objects.of;
import static io.dabbawala.reconciler.diff.Objects.pod;
import static io.dabbawala.reconciler.diff.Objects.pointers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.reconciler.application.IgnoredDifference;
import io.dabbawala.reconciler.ignore.IgnoreRules;
import io.dabbawala.reconciler.knowntype.KnownFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreRulesTest {

    private static final Map<String, Object> DESIRED =
            pod("{'containers':[{'name':'a','image':'a:1'}],'nodeName':'x'}");
    private static final Map<String, Object> LIVE =
            pod("{'containers':[{'name':'a','image':'a:2'}],'nodeName':'y'}");

    @Test
    void what_a_pointer_names_is_removed_from_both_sides_and_the_rest_is_compared() {
        var comparison = ignoring("/spec/template/spec/containers", "/spec/not/there", "/a/0/b");

        assertThat(pointers(changes(comparison, DESIRED, LIVE)))
                .containsExactly("/spec/template/spec/nodeName");
    }

    @Test
    void a_pointer_finds_elements_by_position_and_names_with_a_slash() {
        var desired =
                of("v1/ConfigMap", "{'metadata':{'annotations':{'a/b~c':'1'}},'data':{'x':['1']}}");
        var live =
                of("v1/ConfigMap", "{'metadata':{'annotations':{'a/b~c':'2'}},'data':{'x':['2']}}");

        assertThat(changes(ignoring("/metadata/annotations/a~1b~0c", "/data/x/0"), desired, live))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "apps,Deployment,web,shop,true",
        "*,*,'','',true",
        "ap?s,Deploy*,'','',true",
        "'{apps,batch}','[D]eployment','','',true",
        "'',Deployment,'','',false",
        "apps,Deploy,'','',false",
        "apps,Deployment,other,'',false",
        "apps,Deployment,'',other,false",
        "'[',Deployment,'','',false"
    })
    void an_entry_is_about_the_objects_it_names(
            String group, String kind, String name, String namespace, boolean isMeant) {
        var entry =
                new IgnoredDifference(
                        group, kind, name, namespace, List.of("/spec"), List.of(), List.of());
        var comparison =
                new Comparison(
                        IgnoreRules.of(List.of(entry), _ -> {}),
                        NotCompared.STATUS,
                        KnownFields.UNSAID);

        assertThat(changes(comparison, DESIRED, LIVE).isEmpty()).isEqualTo(isMeant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".spec.template.spec.containers[] | select(.name == \"a\")",
                ".spec.template.spec.containers[0].image, .spec.template.spec.containers[0].env[]?",
                ".spec.template.spec.containers[]?.image",
                ".nothing) | .spec.template.spec.containers |= (map(del(.image))"
            })
    void what_a_jq_expression_names_is_removed(String expression) {
        var comparison = ignoring(List.of(), List.of(expression), List.of());

        assertThat(pointers(changes(comparison, DESIRED, LIVE)))
                .containsExactly("/spec/template/spec/nodeName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".spec) | (.a, .b",
                ".spec) | empty | (.",
                ".spec) | 1 | (.",
                ".data.x | error(\"no\")",
                "until(true == false; [.] + [1])",
                "[range(1; 1000000000)] | length",
                "env | .HOME"
            })
    void an_expression_that_fails_or_gives_not_one_object_removes_nothing(String expression) {
        var notes = new ArrayList<String>();
        var entry =
                new IgnoredDifference("*", "*", "", "", List.of(), List.of(expression), List.of());
        var comparison =
                new Comparison(
                        IgnoreRules.of(List.of(entry), notes::add),
                        NotCompared.STATUS,
                        KnownFields.UNSAID);

        assertThat(changes(comparison, DESIRED, LIVE)).hasSize(2);
        assertThat(notes).isNotEmpty().allSatisfy(note -> assertThat(note).contains("jqPath"));
    }

    @Test
    void a_place_that_is_not_there_is_no_failure() {
        var notes = new ArrayList<String>();
        var entry =
                new IgnoredDifference(
                        "*", "*", "", "", List.of(), List.of(".spec.fakeField.foo[]"), List.of());
        var comparison =
                new Comparison(
                        IgnoreRules.of(List.of(entry), notes::add),
                        NotCompared.STATUS,
                        KnownFields.UNSAID);

        assertThat(changes(comparison, DESIRED, LIVE)).hasSize(2);
        assertThat(notes).isEmpty();
    }

    @Test
    void what_is_no_jq_is_refused_by_name() {
        assertThatThrownBy(() -> ignoring(List.of(), List.of(".spec["), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("jqPathExpressions: .spec[ is no jq: ");
    }

    @Test
    void fields_of_a_trusted_manager_are_not_compared_and_those_of_others_are() {
        var desired = of("apps/v1/Deployment", "{'spec':{'replicas':1,'paused':true}}");
        var live =
                managed(
                        of("apps/v1/Deployment", "{'spec':{'replicas':5,'paused':false}}"),
                        "hpa",
                        "Update",
                        "{'f:spec':{'f:replicas':{}}}");

        assertThat(pointers(changes(ignoring(List.of(), List.of(), List.of("hpa")), desired, live)))
                .containsExactly("/spec/paused");
        assertThat(changes(ignoring(List.of(), List.of(), List.of("vpa")), desired, live))
                .hasSize(2);
    }
}
