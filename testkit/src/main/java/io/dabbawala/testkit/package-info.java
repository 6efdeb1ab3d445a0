/**
 * What tests of several modules share: the rules every module keeps, a real broker in this JVM or
 * in one of its own, and the contract's bytes without a registry.
 *
 * <p>Nothing here is on the class path of a service at run time. The local platform starts the
 * broker and the twin of a cluster from here as processes of their own.
 */
@NullMarked
package io.dabbawala.testkit;

import org.jspecify.annotations.NullMarked;
