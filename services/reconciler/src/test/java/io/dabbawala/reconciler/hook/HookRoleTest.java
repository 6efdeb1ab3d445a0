package io.dabbawala.reconciler.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookRoleTest {

    @Test
    void an_object_without_annotations_is_a_part_of_the_state() {
        assertThat(HookRole.of(Map.of())).isEqualTo(new HookRole.Plain());
        assertThat(argo(null)).isEqualTo(new HookRole.Plain());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PreSync                | PRE_SYNC",
                "Sync                   | SYNC",
                "PostSync               | POST_SYNC",
                "SyncFail               | SYNC_FAIL",
                " PreSync , PostSync    | PRE_SYNC,POST_SYNC",
                "PreSync,PreSync        | PRE_SYNC",
                "PreSync,Lunch          | PRE_SYNC",
                "Skip,PreSync           | PRE_SYNC",
                "PreDelete              | PRE_DELETE",
                "PostDelete,PostSync    | POST_DELETE,POST_SYNC"
            })
    void words_of_argo_cd_are_phases_and_unknown_ones_are_dropped(String words, String phases) {
        assertThat(argo(words)).isEqualTo(hook(phases));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pre-install             | PRE_SYNC",
                "pre-upgrade             | PRE_SYNC",
                "pre-install,pre-upgrade | PRE_SYNC",
                "post-install            | POST_SYNC",
                "post-upgrade            | POST_SYNC",
                "pre-delete              | PRE_DELETE",
                "post-delete             | POST_DELETE",
                "crd-install,pre-install | PRE_SYNC"
            })
    void words_of_helm_are_phases_when_argo_cd_says_nothing(String words, String phases) {
        assertThat(helm(words)).isEqualTo(hook(phases));
    }

    @Test
    void words_of_argo_cd_win_over_those_of_helm_but_not_over_its_deletions() {
        assertThat(both("Sync", "pre-install")).isEqualTo(hook("SYNC"));
        assertThat(both("Lunch", "pre-install")).isEqualTo(hook("PRE_SYNC"));
        assertThat(both("PreSync", "post-delete")).isEqualTo(hook("PRE_SYNC,POST_DELETE"));
    }

    @Test
    void skip_counts_only_alone() {
        assertThat(argo("Skip")).isInstanceOf(HookRole.LeftAlone.class);
        assertThat(argo("Skip,Lunch")).isInstanceOf(HookRole.LeftAlone.class);
        assertThat(both("Skip", "pre-install")).isInstanceOf(HookRole.LeftAlone.class);
    }

    @Test
    void a_hook_of_no_phase_is_left_alone() {
        assertThat(argo("Lunch")).isInstanceOf(HookRole.LeftAlone.class);
        assertThat(argo("")).isInstanceOf(HookRole.LeftAlone.class);
        assertThat(helm("pre-rollback")).isInstanceOf(HookRole.LeftAlone.class);
        assertThat(helm("test")).isInstanceOf(HookRole.LeftAlone.class);
        assertThat(helm("test-success")).isInstanceOf(HookRole.LeftAlone.class);
    }

    @Test
    void the_definition_of_a_kind_is_no_hook_whatever_helm_calls_it() {
        assertThat(helm("crd-install")).isEqualTo(new HookRole.Plain());
    }

    @Test
    void delete_policies_of_both_families_are_added_up() {
        assertThat(policies("HookSucceeded", "hook-failed"))
                .containsExactlyInAnyOrder(DeletePolicy.HOOK_SUCCEEDED, DeletePolicy.HOOK_FAILED);
        assertThat(policies(" BeforeHookCreation , HookFailed ", null))
                .containsExactlyInAnyOrder(
                        DeletePolicy.BEFORE_HOOK_CREATION, DeletePolicy.HOOK_FAILED);
        assertThat(policies(null, "before-hook-creation,hook-succeeded"))
                .containsExactlyInAnyOrder(
                        DeletePolicy.BEFORE_HOOK_CREATION, DeletePolicy.HOOK_SUCCEEDED);
    }

    @Test
    void a_hook_that_names_no_policy_is_deleted_before_the_next() {
        assertThat(policies(null, null)).containsExactly(DeletePolicy.BEFORE_HOOK_CREATION);
        assertThat(policies("Never", "never")).containsExactly(DeletePolicy.BEFORE_HOOK_CREATION);
    }

    private static Set<DeletePolicy> policies(String argo, String helm) {
        return DeletePolicy.of(
                annotated(
                        "argocd.argoproj.io/hook-delete-policy",
                        argo,
                        "helm.sh/hook-delete-policy",
                        helm));
    }

    private static HookRole argo(String words) {
        return both(words, null);
    }

    private static HookRole helm(String words) {
        return both(null, words);
    }

    private static HookRole both(String argo, String helm) {
        return HookRole.of(annotated("argocd.argoproj.io/hook", argo, "helm.sh/hook", helm));
    }

    private static Map<String, Object> annotated(
            String first, String one, String second, String other) {
        var annotations = new LinkedHashMap<String, Object>();
        annotations.put(first, one);
        annotations.put(second, other);
        return Map.of("metadata", Map.of("annotations", annotations));
    }

    private static HookRole hook(String phases) {
        return new HookRole.Hook(
                java.util.Arrays.stream(phases.split(","))
                        .map(Phase::valueOf)
                        .collect(java.util.stream.Collectors.toSet()));
    }
}
