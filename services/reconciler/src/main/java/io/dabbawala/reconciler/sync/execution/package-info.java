/**
 * An admitted plan on its way, phase by phase and wave by wave: each waits for the health of
 * everything declared so far, for hooks that run, and until what was pruned is gone.
 *
 * <p>Taking it up again anywhere is safe: what is there already is left alone.
 */
@NullMarked
package io.dabbawala.reconciler.sync.execution;

import org.jspecify.annotations.NullMarked;
