package io.dabbawala.reconciler.diff;

import static io.dabbawala.reconciler.diff.Objects.changes;
import static io.dabbawala.reconciler.diff.Objects.lastApplied;
import static io.dabbawala.reconciler.diff.Objects.managed;
import static io.dabbawala.reconciler.diff.Objects.of;
import static io.dabbawala.reconciler.diff.Objects.pod;
import static io.dabbawala.reconciler.diff.Objects.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import io.dabbawala.reconciler.ownership.Deliverers;
import io.dabbawala.reconciler.plan.Fixtures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppliedFieldsTest {

    private static final String KIND = "v1/ConfigMap";
    private static final Map<String, Object> ONE = of(KIND, "{'data':{'a':'1'}}");
    private static final Map<String, Object> BOTH = of(KIND, "{'data':{'a':'1','b':'2'}}");

    @Test
    void a_field_that_was_last_applied_and_is_declared_no_more_differs() {
        assertThat(changes(ONE, BOTH)).isEmpty();
        assertThat(pointers(changes(ONE, lastApplied(BOTH, BOTH)))).containsExactly("/data/b");
        assertThat(changes(ONE, lastApplied(BOTH, ONE))).isEmpty();
    }

    @Test
    void a_last_applied_element_that_is_declared_no_more_differs_and_one_that_was_injected_not() {
        var one = pod("{'containers':[{'name':'a'}]}");
        var two = pod("{'containers':[{'name':'a'},{'name':'b','image':'b:1'}]}");

        assertThat(changes(one, two)).isEmpty();
        assertThat(pointers(changes(one, lastApplied(two, two))))
                .containsExactly("/spec/template/spec/containers/1");
    }

    @Test
    void what_would_come_back_as_a_default_need_not_go() {
        var before = of("apps/v1/Deployment", "{'spec':{'replicas':1,'paused':true}}");
        var after = of("apps/v1/Deployment", "{'spec':{}}");

        assertThat(pointers(changes(after, lastApplied(before, before))))
                .containsExactly("/spec/paused");
    }

    @Test
    void once_we_have_applied_an_object_older_notes_count_no_more() {
        var live = managed(lastApplied(BOTH, BOTH), "dabbawala", "Apply", "{'f:data':{'f:a':{}}}");

        assertThat(changes(ONE, live)).isEmpty();
    }

    @Test
    void what_argo_cd_or_flux_applied_server_side_is_ours_to_remove() {
        var fields = "{'f:data':{'f:a':{},'f:b':{}}}";

        assertThat(pointers(changes(ONE, managed(BOTH, "argocd-controller", "Apply", fields))))
                .containsExactly("/data/b");
        assertThat(pointers(changes(ONE, managed(BOTH, "kustomize-controller", "Apply", fields))))
                .containsExactly("/data/b");
        assertThat(changes(ONE, managed(BOTH, "somebody", "Apply", fields))).isEmpty();
        assertThat(changes(ONE, managed(BOTH, "argocd-controller", "Update", fields))).isEmpty();
    }

    @Test
    void of_annotations_only_those_that_were_applied_have_to_go() {
        var applied = of(KIND, "{'metadata':{'annotations':{'ours':'1'}}}");
        var live = of(KIND, "{'metadata':{'annotations':{'ours':'1','theirs':'2'}}}");

        assertThat(pointers(changes(of(KIND, "{}"), lastApplied(live, applied))))
                .containsExactly("/metadata/annotations/ours");
    }

    @Test
    void of_annotations_that_were_applied_empty_none_has_to_go() {
        var applied = of(KIND, "{'metadata':{'annotations':{}}}");
        var live = of(KIND, "{'metadata':{'annotations':{'theirs':'2'}}}");

        assertThat(changes(of(KIND, "{}"), lastApplied(live, applied))).isEmpty();
    }

    @Test
    void of_a_list_that_was_applied_empty_no_element_has_to_go() {
        var applied = of("v1/ServiceAccount", "{'imagePullSecrets':[]}");
        var live = of("v1/ServiceAccount", "{'imagePullSecrets':[{'name':'theirs'}]}");
        var none = of("v1/ServiceAccount", "{}");

        assertThat(changes(none, lastApplied(live, applied))).isEmpty();
        assertThat(pointers(changes(none, lastApplied(live, live))))
                .containsExactly("/imagePullSecrets");
    }

    @Test
    void of_what_was_applied_as_a_whole_everything_has_to_go_that_is_declared_no_more() {
        var route = "example.org/v1/Route";
        var service = "v1/Service";
        var listed = of(route, "{'spec':{'http':[{'to':'web','timeout':'5s'}]}}");
        var selected = of(service, "{'spec':{'selector':{'app':'web','track':'canary'}}}");
        var ours = "{'f:spec':{'f:http':{},'f:selector':{}}}";

        var shorter = of(route, "{'spec':{'http':[{'to':'web'}]}}");
        var wider = of(service, "{'spec':{'selector':{'app':'web'}}}");
        assertThat(changes(shorter, listed)).isEmpty();
        assertThat(pointers(changes(shorter, managed(listed, "dabbawala", "Apply", ours))))
                .containsExactly("/spec/http/0/timeout");
        assertThat(pointers(changes(wider, managed(selected, "dabbawala", "Apply", ours))))
                .containsExactly("/spec/selector/track");
        assertThat(changes(wider, managed(selected, "dabbawala", "Apply", ours)))
                .noneMatch(change -> change.isCertain());
    }

    @Test
    void a_field_that_was_last_applied_in_an_element_without_a_name_has_to_go() {
        var route = "example.org/v1/Route";
        var before = of(route, "{'spec':{'http':[{'to':'web','timeout':'5s'}]}}");
        var live = of(route, "{'spec':{'http':[{'to':'web','timeout':'5s','weight':100}]}}");
        var after = of(route, "{'spec':{'http':[{'to':'web'}]}}");

        assertThat(pointers(changes(after, lastApplied(live, before))))
                .containsExactly("/spec/http/0/timeout");
    }

    @Test
    void what_is_declared_empty_leaves_alone_what_others_say_unless_it_was_ours() {
        var live = pod("{'tolerations':[{'key':'spot'}],'hostNetwork':true}");
        var empty = pod("{'tolerations':[],'hostNetwork':false}");

        assertThat(changes(empty, live)).isEmpty();
        assertThat(pointers(changes(empty, lastApplied(live, live))))
                .containsExactly(
                        "/spec/template/spec/tolerations", "/spec/template/spec/hostNetwork");
    }

    @Test
    void one_that_says_something_by_being_there_has_to_go_though_it_is_empty() {
        var issuer = "example.org/v1/Issuer";
        var before = of(issuer, "{'spec':{'selfSigned':{}}}");
        var after = of(issuer, "{'spec':{}}");

        assertThat(pointers(changes(after, lastApplied(before, before))))
                .containsExactly("/spec/selfSigned");
    }

    @Test
    void a_note_that_cannot_be_read_says_nothing() {
        assertThat(changes(ONE, Fixtures.annotated(BOTH, Deliverers.LAST_APPLIED, "{"))).isEmpty();
    }
}
