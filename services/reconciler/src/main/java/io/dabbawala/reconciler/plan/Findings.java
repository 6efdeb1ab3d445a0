package io.dabbawala.reconciler.plan;

/**
 * What one look at the cluster found. A plan is made of it: without hooks to bring live objects
 * back to a state that was reached before, with hooks to reach it. Extra objects that ask for no
 * comparison are pruned when a state is reached, or when something else is brought back.
 */
public sealed interface Findings permits SyncFindings, DeletionFindings {

    SyncPlan withoutHooks();

    /**
     * @param trigger what the sync is for: the same hooks for something else are another plan
     */
    SyncPlan withHooks(String trigger);

    /** Why nothing of it may be done; empty if it may. */
    String refusal();

    /** Whether reaching the state is more than bringing it back. */
    boolean reachesMore();
}
