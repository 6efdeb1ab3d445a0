/**
 * The gate's answer to a plan, and its proof.
 *
 * <p>In this order: a digest that was rolled back is denied; so is what breaks a policy that says
 * Deny, and what a person rejected. Then a freeze, a closed sync window or a missing approval holds
 * the plan; it is judged again when that is gone. Otherwise it is admitted. A rollback passes all
 * of it, because nothing must be harder than the safest action; what policies find in it is told. A
 * broken glass passes what holds, and says so.
 *
 * <p>An answer is given for the newest plan only: of an older generation, or one that was overtaken
 * by a later plan, nothing is said any more.
 *
 * <p>The proof is a verification summary (SLSA) as an in-toto statement in a DSSE envelope. PASSED
 * is said of nothing but an admitted plan, for one cluster, one plan and a limited time.
 */
@NullMarked
package io.dabbawala.compliancegate.verdict;

import org.jspecify.annotations.NullMarked;
