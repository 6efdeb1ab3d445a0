/**
 * What follows from a measurement for a rollout: Flagger's state machine, a tick per interval.
 *
 * <pre>
 * Idle ──new template──▶ Progressing ──last weight passed──▶ Promoting ──primary ready──▶ Finalising ──▶ Succeeded
 *                           │    ▲ next weight                  │
 *                           └────┴── checks or deadline ────────┴──▶ RolledBack
 * </pre>
 *
 * <p>The order within a tick is: deadline, readiness, failed checks of earlier ticks, then the
 * metrics up to the first that fails. Failed checks are never forgiven. The weight grows only when
 * every metric has a value within its limits; a tick asks nothing while the weight asked for has
 * not been written. What has ended answers a late event with nothing. A person may pause, promote
 * or roll back.
 */
@NullMarked
package io.dabbawala.rolloutanalyzer.canary;

import org.jspecify.annotations.NullMarked;
