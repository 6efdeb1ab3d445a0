package io.dabbawala.reconciler.diff;

import static io.dabbawala.reconciler.diff.Objects.ignoring;
import static io.dabbawala.reconciler.diff.Objects.managed;
import static io.dabbawala.reconciler.diff.Objects.of;
import static io.dabbawala.reconciler.diff.Objects.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RespectedFieldsTest {

    private static final String KIND = "apps/v1/Deployment";

    @Test
    void what_is_live_at_an_ignored_place_is_applied_and_nothing_else() {
        var desired = of(KIND, "{'spec':{'replicas':1,'paused':true}}");
        var live = of(KIND, "{'spec':{'replicas':5,'paused':false,'minReadySeconds':3}}");

        assertThat(respected(ignoring("/spec/replicas"), desired, live))
                .isEqualTo(of(KIND, "{'spec':{'replicas':5,'paused':true}}"));
    }

    @Test
    void an_ignored_field_that_is_not_live_is_not_applied() {
        var desired = of(KIND, "{'spec':{'replicas':1,'paused':true}}");
        var live = of(KIND, "{'spec':{'paused':true}}");

        assertThat(respected(ignoring("/spec/replicas"), desired, live))
                .isEqualTo(of(KIND, "{'spec':{'paused':true}}"));
    }

    @Test
    void an_ignored_field_of_an_element_is_found_by_the_element_s_name() {
        var desired = pod("{'containers':[{'name':'a','image':'a:1'},{'name':'b','image':'b:1'}]}");
        var live = pod("{'containers':[{'name':'b','image':'b:2'},{'name':'a','image':'a:2'}]}");
        var image = ".spec.template.spec.containers[] | select(.name == \"b\") | .image";

        assertThat(respected(ignoring(List.of(), List.of(image), List.of()), desired, live))
                .isEqualTo(
                        pod(
                                "{'containers':[{'name':'a','image':'a:1'},{'name':'b','image':'b:2'}]}"));
    }

    @Test
    void an_ignored_element_stays_and_a_list_without_names_is_taken_as_it_is_live() {
        var desired = pod("{'containers':[{'name':'a','args':['x','y']}]}");
        var live =
                pod("{'containers':[{'name':'proxy','image':'p'},{'name':'a','args':['z','y']}]}");
        var comparison =
                ignoring(
                        List.of(),
                        List.of(
                                ".spec.template.spec.containers[] | select(.name == \"proxy\")",
                                ".spec.template.spec.containers[].args[0]"),
                        List.of());

        assertThat(respected(comparison, desired, live))
                .isEqualTo(
                        pod(
                                "{'containers':[{'name':'a','args':['z','y']},{'name':'proxy','image':'p'}]}"));
    }

    @Test
    void a_trusted_manager_s_value_is_applied() {
        var desired = of(KIND, "{'spec':{'replicas':1}}");
        var live =
                managed(
                        of(KIND, "{'spec':{'replicas':5}}"),
                        "hpa",
                        "Update",
                        "{'f:spec':{'f:replicas':{}}}");

        assertThat(respected(ignoring(List.of(), List.of(), List.of("hpa")), desired, live))
                .isEqualTo(of(KIND, "{'spec':{'replicas':5}}"));
        assertThat(respected(ignoring(List.of(), List.of(), List.of("vpa")), desired, live))
                .isEqualTo(desired);
    }

    private static Map<String, Object> respected(
            Comparison comparison, Map<String, Object> desired, Map<String, Object> live) {
        return comparison.respecting(Manifest.of(desired), LiveObject.of(live)).content();
    }
}
