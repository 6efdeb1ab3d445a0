/**
 * Releases a workload progressively, as Flagger does: a primary that serves, a canary that is
 * observed, and a route that says who gets how much.
 *
 * <pre>
 * Initializing ──primary ready──▶ Initialized ──new template──▶ Progressing ──▶ Promoting ──▶ Finalising ──▶ Succeeded
 *                                                                  │  └──────────┴─────────────┴──▶ Failed
 *                                                                  └─ another template: begins again
 * </pre>
 *
 * <p>The target Deployment of the application is the canary; {@code <target>-primary} is made from
 * what was promoted. Who goes on is decided elsewhere: a {@link
 * io.dabbawala.reconciler.rollout.Verdict} names what to bring about. It is first written down, in
 * annotations of the primary, in the same apply that gives the primary its template; every look at
 * the cluster then does what is missing. So nothing is remembered of having acted, a verdict that
 * comes twice or late changes nothing, and a process that died anywhere is carried on by the next
 * look.
 *
 * <p>Only what was synced, and so admitted, is rolled out. Weights change in one apply of the
 * route. Traffic leaves pods before they are scaled away.
 */
@NullMarked
package io.dabbawala.reconciler.rollout;

import org.jspecify.annotations.NullMarked;
