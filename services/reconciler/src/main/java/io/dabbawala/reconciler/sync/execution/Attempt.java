package io.dabbawala.reconciler.sync.execution;

import io.dabbawala.reconciler.application.DesiredState;
import io.dabbawala.reconciler.application.SyncCause;
import io.dabbawala.reconciler.plan.SyncPlan;
import java.time.Instant;

/**
 * One try to carry out what was admitted.
 *
 * @param planDigest of the plan that was admitted
 * @param number the how-manieth try, from 0
 * @param operation what it is: hooks that were started for it are known by that
 */
public record Attempt(
        DesiredState state,
        SyncPlan plan,
        String planDigest,
        SyncCause cause,
        int number,
        String operation,
        Instant startedAt) {}
