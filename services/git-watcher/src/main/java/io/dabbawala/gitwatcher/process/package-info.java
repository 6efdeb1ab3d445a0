/**
 * Runs the programs that render: {@code helm}, {@code kustomize}, {@code kubectl kustomize}. Each
 * run is a child with a folder of its own that holds only the files of its job, an empty
 * environment and no credentials. Where Linux allows it, the child has namespaces of its own
 * without a network and without a view of other processes; limits of CPU time, memory, file size
 * and processes hold for it and for all it starts, and at the deadline all of it is killed.
 *
 * <p>Git is never asked from here: what a program may read was written into its folder before.
 */
@NullMarked
package io.dabbawala.gitwatcher.process;

import org.jspecify.annotations.NullMarked;
