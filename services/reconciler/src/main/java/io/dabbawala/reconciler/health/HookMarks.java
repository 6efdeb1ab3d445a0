package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.plan.LiveObject;
import io.dabbawala.reconciler.plan.Tree;

/** How a live object says that it is a hook: it belongs to a sync, not to the state. */
final class HookMarks {

    private static final String HOOK = "argocd.argoproj.io/hook";
    private static final String HELM_HOOK = "helm.sh/hook";
    private static final String FINALIZER = "argocd.argoproj.io/hook-finalizer";

    /** Helm calls definitions hooks that are none. */
    static boolean isHook(LiveObject object) {
        var own = object.annotation(HOOK);
        var helm = object.annotation(HELM_HOOK);
        return own.isEmpty() ? !helm.isEmpty() && !helm.equals("crd-install") : !own.equals("Skip");
    }

    static boolean keepsHook(LiveObject object) {
        return Tree.list(object.content(), "metadata", "finalizers").contains(FINALIZER);
    }

    private HookMarks() {}
}
