package io.dabbawala.reconciler.hook;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** When a hook is deleted. */
public enum DeletePolicy {
    HOOK_SUCCEEDED,
    HOOK_FAILED,
    BEFORE_HOOK_CREATION;

    private static final String ARGO = "argocd.argoproj.io/hook-delete-policy";
    private static final String HELM = "helm.sh/hook-delete-policy";

    /** Those of Argo CD's annotation and those of Helm's; before the next creation if none is. */
    public static Set<DeletePolicy> of(Map<String, Object> content) {
        var policies = EnumSet.noneOf(DeletePolicy.class);
        for (var word : Words.of(content, ARGO)) {
            switch (word) {
                case "HookSucceeded" -> policies.add(HOOK_SUCCEEDED);
                case "HookFailed" -> policies.add(HOOK_FAILED);
                case "BeforeHookCreation" -> policies.add(BEFORE_HOOK_CREATION);
                default -> {} // unknown words say nothing
            }
        }
        for (var word : Words.of(content, HELM)) {
            switch (word) {
                case "hook-succeeded" -> policies.add(HOOK_SUCCEEDED);
                case "hook-failed" -> policies.add(HOOK_FAILED);
                case "before-hook-creation" -> policies.add(BEFORE_HOOK_CREATION);
                default -> {} // unknown words say nothing
            }
        }
        return policies.isEmpty() ? EnumSet.of(BEFORE_HOOK_CREATION) : policies;
    }
}
