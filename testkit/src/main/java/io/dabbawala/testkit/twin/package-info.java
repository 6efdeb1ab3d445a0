/**
 * The twin of a cluster: a Kubernetes API server with its controllers in memory, as faithful as the
 * product looks. The contract test in this package's tests runs against the twin and against a real
 * API server and must pass on both: a promise of the twin begins there.
 *
 * <p>A request goes from {@code http} (what a path means) to {@code api} (what a verb does) through
 * {@code schema}, {@code patch} and {@code fields} (what the object becomes, who owns what of it)
 * into {@code store} (one order of writes, watched by everybody). {@code controllers} are a client
 * like any other, on the same store.
 */
@NullMarked
package io.dabbawala.testkit.twin;

import org.jspecify.annotations.NullMarked;
