/**
 * The gate's word, and what has to hold before it counts: its signature, the plan, the bytes, the
 * cluster and the time it was given for. Several keys are valid while they are exchanged.
 */
@NullMarked
package io.dabbawala.reconciler.sync.verdict;

import org.jspecify.annotations.NullMarked;
