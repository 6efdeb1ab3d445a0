package io.dabbawala.reconciler.health;

import io.dabbawala.reconciler.hook.HookRole;
import io.dabbawala.reconciler.object.LiveObject;
import io.dabbawala.reconciler.object.Tree;

/** How a live object says that it belongs to a sync, not to the state. */
final class HookMarks {

    private static final String FINALIZER = "argocd.argoproj.io/hook-finalizer";

    static boolean isHook(LiveObject object) {
        return !(HookRole.of(object.content()) instanceof HookRole.Plain);
    }

    static boolean keepsHook(LiveObject object) {
        return Tree.list(object.content(), "metadata", "finalizers").contains(FINALIZER);
    }

    private HookMarks() {}
}
