/**
 * Why an application is as it is, in one screen: which rule, which measurement, which window or
 * approval, and who can do what about it.
 *
 * <p>The first question with an answer wins: a revision that cannot be rendered, a denial, a hold,
 * a rollback, a rollout in progress, a failed sync, a drift nobody healed, bad health. When none
 * applies, all is well, and that is said too. Every reason names the event it comes from.
 */
@NullMarked
package io.dabbawala.console.why;

import org.jspecify.annotations.NullMarked;
