/**
 * The one way to the outside: a cluster that is read, watched, applied to and deleted from. Every
 * answer is an outcome; a refusal carries its reason, and only a cluster that does not answer is an
 * exception.
 *
 * <p>Which kinds have a namespace, and which clusters there are, is asked here too. There is one
 * contract for the twin and for a real API server, and both are tested by it.
 */
@NullMarked
package io.dabbawala.reconciler.cluster;

import org.jspecify.annotations.NullMarked;
