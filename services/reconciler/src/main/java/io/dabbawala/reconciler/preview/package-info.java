/**
 * What a sync, or a deletion, would do, told from declared and live objects alone: the same order
 * and rules as when it is done, and no cluster.
 */
@NullMarked
package io.dabbawala.reconciler.preview;

import org.jspecify.annotations.NullMarked;
