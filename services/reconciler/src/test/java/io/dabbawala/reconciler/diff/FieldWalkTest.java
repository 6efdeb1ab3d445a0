package io.dabbawala.reconciler.diff;

import static io.dabbawala.reconciler.plan.Fixtures.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.FieldChange;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import io.dabbawala.reconciler.object.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldWalkTest {

    @Test
    void what_only_the_cluster_knows_is_no_difference() {
        assertThat(
                        changes(
                                "{'spec':{'replicas':2}}",
                                "{'spec':{'replicas':2,'paused':true}}",
                                "{}"))
                .isEmpty();
    }

    @Test
    void the_path_of_a_difference_is_a_json_pointer() {
        var changes =
                changes(
                        "{'metadata':{'annotations':{'a/b~c':'1'}}}",
                        "{'metadata':{'annotations':{'a/b~c':'2'}}}",
                        "{}");

        assertThat(changes)
                .extracting(FieldChange::pointer)
                .containsExactly("/metadata/annotations/a~1b~0c");
    }

    @Test
    void a_field_we_applied_once_and_declare_no_more_differs() {
        var live = "{'data':{'a':'1','b':'2','theirs':'3'}}";

        var changes = changes("{'data':{'a':'1'}}", live, "{'f:data':{'f:a':{},'f:b':{}}}");

        assertThat(changes)
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(change.pointer()).isEqualTo("/data/b");
                            assertThat(change.desired()).isNull();
                            assertThat(change.live()).isEqualTo("\"2\"");
                        });
    }

    @Test
    void elements_with_names_are_found_wherever_they_are() {
        var desired = "{'spec':{'containers':[{'name':'web','image':'web:2'}]}}";
        var live =
                "{'spec':{'containers':[{'name':'sidecar','image':'s:1'},"
                        + "{'name':'web','image':'web:1','imagePullPolicy':'Always'}]}}";

        var changes = changes(desired, live, "{}");

        assertThat(changes)
                .extracting(FieldChange::pointer)
                .containsExactly("/spec/containers/1/image");
        assertThat(changes.getFirst().fieldPath())
                .containsExactly("f:spec", "f:containers", "k:{\"name\":\"web\"}", "f:image");
    }

    @Test
    void an_element_we_applied_once_and_declare_no_more_differs() {
        var env = "{'env':[{'name':'A','value':'1'}]}";
        var live = "{'env':[{'name':'A','value':'1'},{'name':'B'},{'name':'THEIRS'}]}";
        var ours = "{'f:env':{'k:{\\\"name\\\":\\\"A\\\"}':{},'k:{\\\"name\\\":\\\"B\\\"}':{}}}";

        assertThat(changes(env, live, ours))
                .extracting(FieldChange::pointer)
                .containsExactly("/env/1");
    }

    @Test
    void a_port_without_a_protocol_is_tcp() {
        assertThat(
                        changes(
                                "{'spec':{'ports':[{'port':80}]}}",
                                "{'spec':{'ports':[{'port':80,'protocol':'TCP'}]}}",
                                "{}"))
                .isEmpty();
        assertThat(
                        changes(
                                "{'spec':{'ports':[{'port':80}]}}",
                                "{'spec':{'ports':[{'port':80,'protocol':'UDP'}]}}",
                                "{}"))
                .hasSize(1);
    }

    @Test
    void a_list_without_names_is_compared_as_a_whole() {
        assertThat(changes("{'args':['a','b']}", "{'args':['a','b']}", "{}")).isEmpty();
        assertThat(changes("{'args':['a','b']}", "{'args':['a','c']}", "{}"))
                .extracting(FieldChange::pointer)
                .containsExactly("/args/1");
        assertThat(changes("{'args':['a']}", "{'args':['a','c']}", "{}"))
                .extracting(FieldChange::pointer)
                .containsExactly("/args");
    }

    @Test
    void of_a_set_only_our_values_count() {
        var live = "{'metadata':{'finalizers':['ours','theirs']}}";

        assertThat(changes("{'metadata':{'finalizers':['ours']}}", live, "{}")).isEmpty();
        assertThat(changes("{'metadata':{'finalizers':['new']}}", live, "{}")).hasSize(1);
    }

    @Test
    void numbers_are_the_same_whatever_their_kind() {
        assertThat(changes("{'a':1,'b':1.50}", "{'a':1.0,'b':1.5}", "{}")).isEmpty();
    }

    @Test
    void words_numbers_and_flags_differ_for_certain_and_spellings_do_not() {
        assertThat(certain("'web:1'", "'web:2'")).isTrue();
        assertThat(certain("1", "2")).isTrue();
        assertThat(certain("true", "false")).isTrue();
        assertThat(certain("'1024Mi'", "'1Gi'")).isFalse();
        assertThat(certain("'60s'", "'1m0s'")).isFalse();
        assertThat(certain("'80'", "80")).isFalse();
        assertThat(certain("'TRUE'", "'true'")).isFalse();
        assertThat(certain("{}", "null")).isFalse();
    }

    @Test
    void what_is_decided_elsewhere_is_passed_over_with_all_below() {
        var manifest = Manifest.of(object("{'spec':{'a':{'b':1},'c':1}}"));
        var live = LiveObject.of(object("{'spec':{'a':{'b':2},'c':2}}"));

        assertThat(Comparison.PLAIN.of(manifest, live, Set.of("/spec/a")))
                .extracting(FieldChange::pointer)
                .containsExactly("/spec/c");
        assertThat(Comparison.PLAIN.of(manifest, live, Set.of("/spec"))).isEmpty();
    }

    @Test
    void a_prediction_tells_everything_but_bookkeeping() {
        var live =
                LiveObject.of(
                        object("{'metadata':{'resourceVersion':'1'},'spec':{'a':1,'gone':1}}"));
        var then =
                LiveObject.of(
                        object("{'metadata':{'resourceVersion':'2'},'spec':{'a':2,'new':1}}"));

        assertThat(Comparison.PLAIN.predicted(then, live, true))
                .extracting(FieldChange::pointer)
                .containsExactlyInAnyOrder("/spec/a", "/spec/new", "/spec/gone");
    }

    private static boolean certain(String desired, String live) {
        return changes("{'a':%s}".formatted(desired), "{'a':%s}".formatted(live), "{}")
                .getFirst()
                .isCertain();
    }

    private static List<FieldChange> changes(String desired, String live, String ours) {
        var content = new LinkedHashMap<>(object(live));
        var metadata = new LinkedHashMap<>(Tree.map(content, "metadata"));
        metadata.put(
                "managedFields",
                List.of(
                        Map.of(
                                "manager",
                                "dabbawala",
                                "operation",
                                "Apply",
                                "fieldsV1",
                                object(ours))));
        content.put("metadata", metadata);
        return Comparison.PLAIN.of(Manifest.of(object(desired)), LiveObject.of(content), Set.of());
    }
}
